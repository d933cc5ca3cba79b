// Weak lead sources by threshold: which are evaluated, which is the segment, and what likely caused it.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bareDocument, before, type Document, found, leadRow, typesOf } from './detection_documents.ts';

const weak = suite('detection: weak sources');

const oneOf = (document: Document, type: string) => {
  const b = found(document).find((x) => x.type === type);
  if (b === undefined)
    throw new Error(`expected ${type}, found ${typesOf(document).join(', ') || 'nothing'}`);
  return b;
};

const source = (name: string | null, leads: number, rate: number, ago = 3) =>
  leadRow(before(ago), name, { leads, contact: 1, qualification: rate, hours: 1 });
const sources = (...leads: ReturnType<typeof source>[]) => bareDocument({ leads });

weak('a source is weak below 10 % while all others together reach 30 %', () => {
  assert.equal(typesOf(sources(source('a', 100, 0.1), source('b', 100, 0.5))), []);
  assert.equal(typesOf(sources(source('a', 100, 0.09), source('b', 100, 0.3))), ['weak_lead_source']);
  assert.equal(typesOf(sources(source('a', 100, 0.09), source('b', 100, 0.29))), []);
});

weak('sources with fewer than 20 leads are not evaluated, but count among the others', () => {
  assert.equal(typesOf(sources(source('a', 19, 0), source('b', 100, 0.5))), []);
  assert.equal(typesOf(sources(source('a', 20, 0), source('b', 19, 0.5))), ['weak_lead_source']);
  assert.equal(typesOf(sources(source('a', 20, 0), source(null, 19, 0.5))), ['weak_lead_source']);
  assert.equal(typesOf(sources(source('a', 20, 0), source('b', 100, 0.5, 28))), []);
});

weak('the weakest source is the segment, and the evidence names every source below the line', () => {
  const b = oneOf(
    sources(source('a', 100, 0.08), source('b', 100, 0.02), source('c', 400, 0.5)),
    'weak_lead_source',
  );
  assert.is(b.segment, 'b');
  const weak = b.evidence.triggers[0]?.detail.weak_sources as { source: string; others_rate: number }[];
  assert.equal(
    weak.map((w) => w.source),
    ['b', 'a'],
  );
});

weak('a jump in wrong numbers or invalid contacts is named as the likely cause', () => {
  const document = {
    ...sources(source('a', 100, 0.02), source('c', 400, 0.5)),
    reports: [
      ...[20, 15, 10].map((ago) => ({ day: before(ago), source: 'a', feedback: 40, wrong_numbers: 2 })),
      { day: before(2), source: 'a', feedback: 40, wrong_numbers: 20 },
      { day: before(2), source: 'c', feedback: 40, wrong_numbers: 2 },
    ],
    contacts: [
      { day: before(9), source: 'a', contacts: 100, invalid: 60 },
      { day: before(9), source: 'c', contacts: 100, invalid: 10 },
    ],
  };
  const b = oneOf(document, 'weak_lead_source');
  assert.match(b.explanation, 'likely cause: wrong numbers rose from 5 % to 50 %');
  assert.match(b.explanation, 'invalid contacts are 60 %, against 10 % for all other sources');
  assert.not.match(
    oneOf({ ...document, reports: [], contacts: [] }, 'weak_lead_source').explanation,
    'cause',
  );
});

weak.run();
