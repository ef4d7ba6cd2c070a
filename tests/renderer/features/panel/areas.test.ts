import { expect, test } from 'vitest';
import { impactAreas } from '#shared/content/impact-areas.ts';
import { hasWrittenArea, sectionOf } from '../../../../renderer/features/panel/areas.ts';
import { sidesFor } from '../../../../renderer/features/panel/sides.ts';
import { AREA_PROMPTS } from '../../../../renderer/words/panel.ts';

test('every area that the impact letter lists has a section of its own, with a question of its own', () => {
  expect(impactAreas.length).toBeGreaterThan(10);
  expect(new Set(impactAreas.map(({ sectionId }) => sectionId)).size).toBe(impactAreas.length);
  expect(impactAreas.map(({ sectionId }) => sectionId).toSorted()).toEqual(
    Object.keys(AREA_PROMPTS).toSorted(),
  );
  const questions = impactAreas.map(area => sectionOf(area).prompt);
  expect(new Set(questions).size).toBe(impactAreas.length);
});

test('the section of an area is named by it', () => {
  expect(sectionOf({ name: 'My children', sectionId: 'area-my-children' })).toMatchObject({
    sectionId: 'area-my-children',
    heading: 'My children',
  });
});

test('a letter can be made of a map once an area has words in it', () => {
  const part = (sectionId: string, isBlank: boolean) => ({
    key: '1',
    sectionId,
    heading: '',
    isBlank,
    isCheckList: false,
  });
  expect(hasWrittenArea([part('before', false), part('area-friends', true)])).toBe(false);
  expect(hasWrittenArea([part('area-friends', false)])).toBe(true);
  expect(hasWrittenArea([part('own-1', false)])).toBe(true);
});

test('the guide speaks to the side of the person, and of the template they chose', () => {
  expect(sidesFor(['caused-harm'], ['caused-harm', 'was-hurt'])).toEqual(['caused-harm']);
  expect(sidesFor(['caused-harm', 'was-hurt'], ['was-hurt'])).toEqual(['was-hurt']);
  expect(sidesFor(['caused-harm'], ['was-hurt'])).toEqual(['was-hurt']);
  expect(sidesFor(['was-hurt'])).toEqual(['was-hurt']);
});
