/** A crash must not write what is in memory to the disk. Other systems have no such file. */
export declare function forbidMemoryDumps(): void;
