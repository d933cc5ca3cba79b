// Functions of @stdlib that are not compiled: SQL has them, or the runtime says them in a line where JavaScript looks into
// the words of a double.
export const knownMath: Readonly<Record<string, string>> = {
  'math-base-assert-is-nan': 'js_is_nan',
  'math-base-assert-is-infinite': 'js_is_infinite',
  'math-base-special-abs': 'abs',
  'math-base-special-floor': 'floor',
  'math-base-special-ceil': 'ceil',
  'math-base-special-trunc': 'trunc',
  'math-base-special-round': 'js_round',
  'math-base-special-sqrt': 'js_sqrt',
  'math-base-special-copysign': 'js_copy_sign',
  'math-base-special-ldexp': 'js_ldexp',
  'math-base-special-rempio2': 'js_out_of_reach',
  'plain-two-to': 'js_two_to',
  'math-base-special-gcd': 'js_gcd',
  'number-float64-base-get-high-word': 'js_high_word',
  'number-float64-base-get-low-word': 'js_low_word',
  'number-float64-base-set-high-word': 'js_set_high_word',
  'number-float64-base-set-low-word': 'js_set_low_word',
  'number-float64-base-from-words': 'js_from_words',
  'number-uint32-base-to-int32': 'js_int32',
};

export const answersBoolean = (name: string): boolean => name.startsWith('js_is_');
