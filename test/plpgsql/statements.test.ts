// Statements: branches, loops and returns take the way that they take in JavaScript, also from within each other.
import { test } from 'uvu';
import { closeDatabase, compare } from './snippets.ts';

const small = [[0], [1], [2], [3], [4], [5], [9], [-1], [0.5]];

test('branches, and variables that they assign', () =>
  compare(
    `export const graded = (x: number): string => {
       let grade = 'low';
       if (x > 4) grade = 'high';
       else if (x > 2) {
         const exact = x === 3;
         grade = exact ? 'three' : 'middle';
       }
       if (x < 0) return 'negative';
       return grade;
     };
     export const switched = (x: number): string => {
       let seen = '';
       switch (x) {
         case 1:
         case 2:
           seen = 'few';
           break;
         case 3:
           return 'three';
         case 4: {
           if (x > 3) break;
           seen = 'never';
           break;
         }
         default:
           seen = 'other';
       }
       return seen + String(x);
     };
     export const known = (x: number): number => {
       if (true) return x;
       return -x;
     };`,
    { graded: small, switched: small, known: [[1], [-0.5]] },
  ));

test('loops end, go on and return from within each other', () =>
  compare(
    `export const pairs = (n: number): string => {
       const seen: string[] = [];
       for (let i = 0; i < n; i += 1) {
         if (i === 1) continue;
         for (let j = i; ; j += 1) {
           if (j > i + 2) break;
           if (j % 2 === 1) continue;
           if (i > 5) return seen.join() + ' stopped';
           seen.push(String(i) + ':' + String(j));
         }
       }
       return seen.join();
     };
     export const halved = (n: number): readonly number[] => {
       const steps: number[] = [];
       let x = n;
       while (x > 1 && steps.length < 20) {
         x /= 2;
         steps.push(x);
       }
       do {
         x += 1;
       } while (x < 3);
       return [...steps, x];
     };
     export const pushed = (n: number): readonly number[] => {
       const list: number[] = [n];
       list.push(list.length, n + 1, list.length);
       list.push(list.length);
       return list;
     };
     export const firstAbove = (n: number): number | null => {
       for (const { at, word } of [{ at: 1, word: 'a' }, { at: 2, word: 'bb' }, { at: 3, word: 'ccc' }]) {
         if (word.length > n) return at;
       }
       return null;
     };`,
    {
      pairs: [[0], [1], [3], [9]],
      pushed: [[0], [7]],
      halved: [[0], [1], [10], [1000000]],
      firstAbove: [[0], [2], [3]],
    },
  ));

test('names are bound by patterns, with what stands in for what is missing', () =>
  compare(
    `type Point = { readonly x: number; readonly y?: number; readonly at?: { readonly z: number } };
     export const taken = ({ x, y = 7, at: { z } = { z: -1 } }: Point) => [x, y, z];
     export const parts = (list: readonly number[]) => {
       const [first, second = 2] = list;
       return { first: first ?? null, second };
     };
     export const swapped = (a: number, b: number) => {
       let [low, high] = [a, b];
       if (low > high) {
         const held = low;
         low = high;
         high = held;
       }
       return [low, high];
     };`,
    {
      taken: [[{ x: 1 }], [{ x: 1, y: 0 }], [{ x: 1, y: 2, at: { z: 3 } }]],
      parts: [[[]], [[1]], [[1, 0, 5]]],
      swapped: [
        [1, 2],
        [2, 1],
        [0, 0],
      ],
    },
  ));

test('a function that is called for what it does does it once, in the order of the statements', () =>
  compare(
    `export const counted = (n: number) => {
       let count = 0;
       const seen: number[] = [];
       const note = (x: number): void => {
         count += 1;
         seen.push(x * count);
       };
       for (let i = 0; i < n; i += 1) note(i);
       note(-1);
       return { count, seen };
     };`,
    { counted: [[0], [1], [4]] },
  ));

test.after(closeDatabase);
test.run();
