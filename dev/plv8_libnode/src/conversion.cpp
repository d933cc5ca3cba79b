/*
 * SQL values to bridge values and back: one rule for each type of the README's table, the text form for every
 * other. Runs before and after V8, never inside, so a failing input function may simply raise.
 */
#include "postgres_half.h"

extern "C" {
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/float.h"
#include "utils/fmgrprotos.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif
}

#include <cmath>

const char *const plain_values_hint =
    "plv8_libnode runs functions of plain values; pass json instead, or use the extension plv8 (https://plv8.github.io).";

static const int64 epoch_days = POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE;
static const int64 day_ms = INT64CONST(86400000);

/* ---- encodings ---- */

Text server_to_bridge(const char *data, size_t size) {
  char *converted = pg_server_to_any(data, static_cast<int>(size), PG_UTF8);
  return {converted, converted == data ? size : strlen(converted)};
}

/* Nothing of SQL is larger; the server's own complaint would name neither the value nor a remedy. */
static void check_size(size_t size) {
  if (size <= MaxAllocSize - VARHDRSZ - 1) return;
  ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("the JavaScript result is too large: %zu bytes", size),
                  errdetail("A value of SQL has less than 1 GB."), errhint("Return less, or in several calls.")));
}

Text bridge_to_server(Text text) {
  check_size(text.size);
  if (memchr(text.data, 0, text.size))
    ereport(ERROR, (errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
                    errmsg("invalid byte sequence for encoding \"%s\": 0x00", GetDatabaseEncodingName()),
                    errdetail("The JavaScript string contains U+0000, which no SQL text can hold.")));
  if (GetDatabaseEncoding() == PG_UTF8) return text; /* the engine writes nothing but valid UTF-8 */
  char *converted = pg_any_to_server(text.data, static_cast<int>(text.size), PG_UTF8);
  return {converted, converted == text.data ? text.size : strlen(converted)};
}

/* Converts what the encoding has and puts a question mark for every other character. */
static char *convert_message(char *message, size_t size, Oid converter) {
  const int piece_bytes = 65536; /* the server sizes its buffers by int, at four bytes for one */
  StringInfoData result;
  initStringInfo(&result);
  unsigned char *from = reinterpret_cast<unsigned char *>(message);
  for (size_t left = size; left > 0;) {
    int piece = left < static_cast<size_t>(piece_bytes) ? static_cast<int>(left) : piece_bytes;
    enlargeStringInfo(&result, piece * MAX_CONVERSION_GROWTH + 1);
    unsigned char *to = reinterpret_cast<unsigned char *>(result.data + result.len);
    int done = pg_do_encoding_conversion_buf(converter, PG_UTF8, GetDatabaseEncoding(), from, piece, to,
                                             result.maxlen - result.len, true);
    result.len += static_cast<int>(strlen(reinterpret_cast<char *>(to)));
    from += done;
    left -= static_cast<size_t>(done);
    if (done == piece) continue;
    size_t width = static_cast<size_t>(pg_utf_mblen(from));
    if (done > 0 && width > static_cast<size_t>(piece - done) && width <= left) continue; /* only the piece ended here */
    appendStringInfoChar(&result, '?');
    width = Min(width, left);
    from += width;
    left -= width;
  }
  return result.data;
}

char *message_to_server(Text text) {
  char *message = static_cast<char *>(palloc(text.size + 1));
  for (size_t i = 0; i < text.size; i++) message[i] = text.data[i] == '\0' ? '?' : text.data[i];
  message[text.size] = '\0';
  int encoding = GetDatabaseEncoding();
  if (encoding == PG_UTF8) return message;
  Oid converter = FindDefaultConversionProc(PG_UTF8, encoding);
  if (!OidIsValid(converter)) return message; /* SQL_ASCII takes any byte */
  char *converted = convert_message(message, text.size, converter);
  pfree(message);
  return converted;
}

/* ---- scope ---- */

/* No language takes a bare pseudo-type; arrays and composites are what real plv8 has beyond this. */
static void refuse_type(const char *role, Oid type) {
  bool real_has_it = get_typtype(type) != TYPTYPE_PSEUDO || type == ANYARRAYOID || (type == RECORDOID && role[0] == 'r');
  ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                  errmsg("PL/v8 functions cannot %s type %s", role, format_type_be(type)),
                  real_has_it ? errhint("%s", plain_values_hint) : 0));
}

static void check_type(Oid type, bool declaring, const char *role) {
  char kind = get_typtype(type);
  bool array = OidIsValid(get_element_type(type)) || type == ANYARRAYOID || type == ANYCOMPATIBLEARRAYOID;
  bool polymorphic = kind == TYPTYPE_PSEUDO && declaring && IsPolymorphicType(type);
  if (array || kind == TYPTYPE_COMPOSITE || (kind == TYPTYPE_PSEUDO && !polymorphic)) refuse_type(role, type);
}

void check_argument_type(Oid type, bool declaring) { check_type(type, declaring, "accept"); }

void check_result_type(Oid type, bool declaring) {
  if (type == TRIGGEROID || type == EVENT_TRIGGEROID)
    ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED), errmsg("plv8_libnode does not run triggers"),
                    errhint("%s", plain_values_hint)));
  if (type != VOIDOID) check_type(type, declaring, "return");
}

/* ---- arguments ---- */

void plan_argument(ArgumentPlan *plan, Oid type, MemoryContext context) {
  check_argument_type(type, false);
  plan->type = type;
  switch (type) {
    case BOOLOID: case INT2OID: case INT4OID: case INT8OID: case OIDOID: case FLOAT4OID: case FLOAT8OID:
    case NUMERICOID: case TEXTOID: case VARCHAROID: case BPCHAROID: case JSONOID: case JSONBOID: case DATEOID:
    case TIMESTAMPOID: case TIMESTAMPTZOID: case BYTEAOID:
      plan->by_output = false;
      return;
    default: {
      Oid output;
      bool varlena;
      getTypeOutputInfo(type, &output, &varlena);
      fmgr_info_cxt(output, &plan->output, context);
      plan->by_output = true;
    }
  }
}

static Value number_value(double number) {
  Value value;
  value.tag = Tag::number;
  value.number = number;
  return value;
}

static Value date_value(double milliseconds) {
  Value value = number_value(milliseconds);
  value.tag = Tag::date;
  return value;
}

static Value text_value(Tag tag, Text text) {
  Value value;
  value.tag = tag;
  value.text = text;
  return value;
}

/* Milliseconds toward zero as JavaScript's own TimeClip does it; infinities become an invalid date. */
static double timestamp_to_ms(Timestamp timestamp) {
  if (TIMESTAMP_NOT_FINITE(timestamp)) return NAN;
  int64 shifted;
  if (__builtin_add_overflow(timestamp, epoch_days * USECS_PER_DAY, &shifted)) return NAN;
  return static_cast<double>(shifted / 1000);
}

/* JSON.parse would make Infinity or 0 of a number beyond double; as a cast in SQL does, this refuses it. */
static void check_numbers(Text json) {
  for (Text number = find_long_number(json); number.size > 0; number = find_long_number(json)) {
    DirectFunctionCall1(float8in, CStringGetDatum(pnstrdup(number.data, number.size)));
    const char *after = number.data + number.size;
    json = {after, static_cast<size_t>(json.data + json.size - after)};
  }
}

static Value jsonb_to_value(Datum datum) {
  Jsonb *jsonb = DatumGetJsonbP(datum);
  StringInfoData json;
  initStringInfo(&json);
  JsonbToCString(&json, &jsonb->root, static_cast<int>(VARSIZE(jsonb)));
  check_numbers({json.data, static_cast<size_t>(json.len)});
  return text_value(Tag::json, server_to_bridge(json.data, static_cast<size_t>(json.len)));
}

Value argument_to_value(ArgumentPlan *plan, Datum datum) {
  Value value;
  switch (plan->by_output ? InvalidOid : plan->type) {
    case BOOLOID:
      value.tag = Tag::boolean;
      value.boolean = DatumGetBool(datum);
      return value;
    case INT2OID:
      return number_value(DatumGetInt16(datum));
    case INT4OID:
      return number_value(DatumGetInt32(datum));
    case OIDOID:
      return number_value(DatumGetObjectId(datum));
    case INT8OID:
      value.tag = Tag::bigint;
      value.bigint = DatumGetInt64(datum);
      return value;
    case FLOAT4OID:
      return number_value(DatumGetFloat4(datum));
    case FLOAT8OID:
      return number_value(DatumGetFloat8(datum));
    case NUMERICOID:
      return number_value(DatumGetFloat8(DirectFunctionCall1(numeric_float8, datum)));
    case DATEOID: {
      DateADT date = DatumGetDateADT(datum);
      return date_value(DATE_NOT_FINITE(date) ? NAN : static_cast<double>((date + epoch_days) * day_ms));
    }
    case TIMESTAMPOID:
    case TIMESTAMPTZOID:
      return date_value(timestamp_to_ms(DatumGetTimestamp(datum)));
    case TEXTOID:
    case VARCHAROID:
    case BPCHAROID:
    case JSONOID: {
      text *packed = DatumGetTextPP(datum);
      Text bytes = server_to_bridge(VARDATA_ANY(packed), VARSIZE_ANY_EXHDR(packed));
      return text_value(plan->type == JSONOID ? Tag::json : Tag::text, bytes);
    }
    case BYTEAOID: {
      bytea *packed = DatumGetByteaPP(datum);
      return text_value(Tag::bytes, {VARDATA_ANY(packed), static_cast<size_t>(VARSIZE_ANY_EXHDR(packed))});
    }
    case JSONBOID:
      return jsonb_to_value(datum);
    default: {
      char *output = OutputFunctionCall(&plan->output, datum);
      return text_value(Tag::text, server_to_bridge(output, strlen(output)));
    }
  }
}

/* ---- results ---- */

void plan_result(ResultPlan *plan, Oid type, MemoryContext context) {
  check_result_type(type, false);
  plan->type = type;
  switch (type) {
    case VOIDOID:
      plan->want = Want::nothing;
      return;
    case BOOLOID:
      plan->want = Want::boolean;
      break;
    case INT8OID:
      plan->want = Want::int8;
      break;
    case INT2OID: case INT4OID: case OIDOID: case FLOAT4OID: case FLOAT8OID: case NUMERICOID:
      plan->want = Want::number;
      break;
    case JSONOID:
      plan->want = Want::json;
      break;
    case JSONBOID:
      plan->want = Want::jsonb;
      break;
    case DATEOID: case TIMESTAMPOID: case TIMESTAMPTZOID:
      plan->want = Want::date;
      break;
    case BYTEAOID:
      plan->want = Want::bytes;
      break;
    default:
      plan->want = Want::text;
  }
  Oid input;
  getTypeInputInfo(type, &input, &plan->input_param);
  fmgr_info_cxt(input, &plan->input, context);
}

/* Truncates toward zero; what does not fit is an error, as it is for a cast in SQL. */
static int64 truncate_number(double number, double low, double high, Oid type) {
  double whole = trunc(number);
  if (!(whole >= low && whole < high)) /* NaN too */
    ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE), errmsg("%s out of range", format_type_be(type)),
                    errdetail("The JavaScript result is %s.", float8out_internal(number))));
  return static_cast<int64>(whole);
}

static Datum number_to_datum(Oid type, double number) {
  switch (type) {
    case INT2OID:
      return Int16GetDatum(static_cast<int16>(truncate_number(number, -32768.0, 32768.0, type)));
    case INT4OID:
      return Int32GetDatum(static_cast<int32>(truncate_number(number, -2147483648.0, 2147483648.0, type)));
    case INT8OID:
      return Int64GetDatum(truncate_number(number, -0x1p63, 0x1p63, type));
    case OIDOID:
      return ObjectIdGetDatum(static_cast<Oid>(truncate_number(number, 0.0, 4294967296.0, type)));
    case FLOAT4OID:
      return Float4GetDatum(static_cast<float4>(number));
    case FLOAT8OID:
      return Float8GetDatum(number);
    default: /* 15 significant digits, as SQL's own cast from float8 */
      return DirectFunctionCall1(float8_numeric, Float8GetDatum(number));
  }
}

static Datum date_to_datum(Oid type, double milliseconds) {
  if (type == DATEOID) {
    double day = floor(milliseconds / static_cast<double>(day_ms)) - static_cast<double>(epoch_days);
    if (!std::isnan(day) && IS_VALID_DATE(static_cast<int64>(day))) return DateADTGetDatum(static_cast<DateADT>(day));
  } else if (!std::isnan(milliseconds)) {
    /* a JavaScript date is at most 8.64e15, so neither step overflows */
    Timestamp timestamp = (static_cast<int64>(milliseconds) - epoch_days * day_ms) * 1000;
    if (IS_VALID_TIMESTAMP(timestamp)) return TimestampGetDatum(timestamp);
  }
  ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE), errmsg("%s out of range", format_type_be(type)),
                  errdetail("The JavaScript result is %s.", std::isnan(milliseconds) ? "an invalid Date" : "a Date beyond the limits of SQL")));
}

/* Copies first: an input function may call JavaScript again (a domain's check), which reuses the engine's buffer. */
static Datum text_to_datum(ResultPlan *plan, Text text) {
  Text server = bridge_to_server(text);
  switch (plan->type) {
    case TEXTOID:
    case VARCHAROID:
    case BPCHAROID:
      return PointerGetDatum(cstring_to_text_with_len(server.data, static_cast<int>(server.size)));
    default:
      return InputFunctionCall(&plan->input, pnstrdup(server.data, server.size), plan->input_param, -1);
  }
}

static Datum json_to_datum(ResultPlan *plan, Text json) {
  if (plan->type == JSONOID) {
    /* JSON.stringify made it: valid, and without U+0000, which it escapes */
    Text server = bridge_to_server(json);
    return PointerGetDatum(cstring_to_text_with_len(server.data, static_cast<int>(server.size)));
  }
  Text server = bridge_to_server(json); /* ends in a NUL: see append_rounded_json() */
  return InputFunctionCall(&plan->input, const_cast<char *>(server.data), plan->input_param, -1);
}

Datum result_to_datum(ResultPlan *plan, const Value &value, bool *is_null) {
  *is_null = value.tag == Tag::null;
  switch (value.tag) {
    case Tag::null:
      if (plan->want != Want::nothing && get_typtype(plan->type) == TYPTYPE_DOMAIN)
        return InputFunctionCall(&plan->input, nullptr, plan->input_param, -1); /* a domain may be not null */
      return static_cast<Datum>(0);
    case Tag::nothing:
      return static_cast<Datum>(0);
    case Tag::boolean:
      return BoolGetDatum(value.boolean);
    case Tag::number:
      return number_to_datum(plan->type, value.number);
    case Tag::bigint:
      return Int64GetDatum(value.bigint);
    case Tag::date:
      return date_to_datum(plan->type, value.number);
    case Tag::json:
      return json_to_datum(plan, value.text);
    case Tag::bytes: {
      check_size(value.text.size);
      bytea *bytes = static_cast<bytea *>(palloc(value.text.size + VARHDRSZ));
      SET_VARSIZE(bytes, value.text.size + VARHDRSZ);
      memcpy(VARDATA(bytes), value.text.data, value.text.size);
      return PointerGetDatum(bytes);
    }
    case Tag::text:
      break;
  }
  return text_to_datum(plan, value.text);
}
