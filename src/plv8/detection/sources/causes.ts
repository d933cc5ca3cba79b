// Why a source may be weak: a jump in wrong numbers among its feedback, or in invalid contacts among its leads, against
// its own past or against all other sources. Knows nothing of conversion.
import { zTest } from '../../statistics/proportions.ts';
import { shareText } from '../../words.ts';
import type { DetectionDocument, Options } from '../document.ts';

type Share = { readonly n: number; readonly part: number };
type Row = {
  readonly day: number;
  readonly source: string | null;
  readonly n: number;
  readonly part: number;
};

/** A cause is named when the share is worse at this one-sided p; it explains a finding, it never makes one. */
const causeAlpha = 0.01;

const sumOf = (
  rows: readonly Row[],
  from: number,
  to: number,
  ofSource: (s: string | null) => boolean,
): Share =>
  rows
    .filter((r) => r.day >= from && r.day <= to && ofSource(r.source))
    .reduce((s, r) => ({ n: s.n + r.n, part: s.part + Math.min(r.part, r.n) }), { n: 0, part: 0 });

const shareOf = (s: Share): number | null => (s.n === 0 ? null : s.part / s.n);

const isWorse = (now: Share, then: Share): boolean => {
  const test = zTest({ leads: then.n, conversions: then.part }, { leads: now.n, conversions: now.part });
  return test !== null && test.z > 0 && test.p / 2 < causeAlpha;
};

const percent = (share: number | null): string => (share === null ? 'none' : shareText(share, 0));

const look = (rows: readonly Row[], what: string, source: string, last: number, options: Options) => {
  const split = last - options.number('trend_days');
  const start = split - options.number('baseline_days') + 1;
  const own = (s: string | null): boolean => s === source;
  const other = (s: string | null): boolean => s !== source;
  const recent = sumOf(rows, split + 1, last, own);
  const before = sumOf(rows, start, split, own);
  const whole = sumOf(rows, start, last, own);
  const others = sumOf(rows, start, last, other);
  const jumped = isWorse(recent, before);
  const differs = isWorse(whole, others);
  const text = jumped
    ? `${what} rose from ${percent(shareOf(before))} to ${percent(shareOf(recent))}`
    : differs
      ? `${what} are ${percent(shareOf(whole))}, against ${percent(shareOf(others))} for all other sources`
      : null;
  return {
    text,
    share: shareOf(recent),
    share_before: shareOf(before),
    share_of_others: shareOf(others),
    n: recent.n,
  };
};

/** The shares of one source, and in words what stands out, or null. */
export const causesOf = (document: DetectionDocument, options: Options, source: string) => {
  const reports = document.reports.map((r) => ({ ...r, n: r.feedback, part: r.wrong_numbers }));
  const contacts = document.contacts.map((r) => ({ ...r, n: r.contacts, part: r.invalid }));
  const wrongNumbers = look(reports, 'wrong numbers', source, document.mature.feedback, options);
  const invalid = look(contacts, 'invalid contacts', source, document.mature.feedback, options);
  const named = [wrongNumbers.text, invalid.text].filter((text) => text !== null);
  const { text: _w, ...wrong_numbers } = wrongNumbers;
  const { text: _i, ...invalid_contacts } = invalid;
  return { wrong_numbers, invalid_contacts, likely_cause: named.length === 0 ? null : named.join('; ') };
};
