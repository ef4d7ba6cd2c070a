import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TemplateId } from '#shared/domain/ids.ts';
import { queries } from '../../api/queries.ts';
import { TemplateForm } from './TemplateForm.tsx';

interface TemplateDialogProps {
  /** The template that is edited, or null for a new one. */
  readonly id: TemplateId | null;
  /** The template that was edited or made; null when a new one was not made. */
  readonly onClose: (template: TemplateId | null) => void;
}

/** A template of the person's own: its name, its step, and its sections in their order. */
export function TemplateDialog({ id, onClose }: TemplateDialogProps) {
  const { data: templates, isFetching } = useQuery(queries.templates);
  const template = templates?.find(each => each.id === id);
  const isGone = id !== null && template === undefined && templates !== undefined && !isFetching;
  useEffect(() => {
    if (isGone) onClose(null);
  }, [isGone, onClose]);
  if (id !== null && template === undefined) return null;
  return <TemplateForm key={id} id={id} template={template} onClose={onClose} />;
}
