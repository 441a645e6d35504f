/** Apart from the schemas of these, so that a browser need not load them. */
export const CLUSTERS = ['Act Now', 'Evaluate', 'Nurture', 'Educate'] as const;

/** Ten codes in ranking order: the first is called first. */
export const SEGMENT_CODES = ['A1', 'A2', 'A3', 'A4', 'E5', 'E6', 'E7', 'E8', 'N9', 'ET10'] as const;

export const LEVELS = ['High', 'Medium', 'Low', 'Very low'] as const;
