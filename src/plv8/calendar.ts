// Days of the calendar as numbers, and back. Knows no clock and no time zone.

/** Days are numbers since 1970-01-01 inside, so that windows are plain arithmetic. 1970-01-01 was a Thursday. */
export const dayNumber = (text: string): number => {
  const year = Number(text.slice(0, 4));
  return Math.round(Date.UTC(year, Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / 86400000);
};
export const dayText = (number: number): string => new Date(number * 86400000).toISOString().slice(0, 10);
const weekdayNames = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'] as const;
export const weekday = (number: number): number => ((number % 7) + 7) % 7;
/** A Sunday, 1970-01-04: the weekly analysis counts up to it and to every seventh day from it. */
export const weeklyAnalysisDay = 3;
export const weekdayName = (number: number): string => weekdayNames[weekday(number)] as string;
