// How numbers read in sentences for people.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  article,
  decimals,
  pEquation,
  percentText,
  plural,
  pText,
  shareText,
  shown,
} from '../../src/plv8/words.ts';

test('shares are percents with one decimal at most, ties rounded up', () => {
  assert.is(shareText(0.4), '40 %');
  assert.is(shareText(23 / 80), '28.8 %');
  assert.is(shareText(29 / 400), '7.3 %');
  assert.is(shareText(1 / 3), '33.3 %');
  assert.is(shareText(0.294, 0), '29 %');
  assert.is(shareText(0), '0 %');
});

test('numbers lose trailing zeros and what nobody reads', () => {
  assert.is(shown(0.0123456), '0.01235');
  assert.is(shown(1200), '1200');
  assert.is(decimals(9.04, 1), '9');
  assert.is(percentText(12.345), '12.35 %');
});

test('p-values that are too small to read have a bound', () => {
  assert.is(pText(5e-7), 'below 0.000001');
  assert.is(pText(0.0284597), '0.02846');
  assert.is(pEquation(0.00005), 'p < 0.0001');
  assert.is(pEquation(0.0284597), 'p = 0.0285');
});

test('nouns agree with their numbers', () => {
  assert.is(plural(1, 'lead'), '1 lead');
  assert.is(plural(2, 'lead'), '2 leads');
  assert.is(`${article('instant-responder')} ${article('lead-scorer')}`, 'An A');
});

test.run();
