/*
 * SQL values to values of the bridge: one rule for each type of the README's table, the text form for every other; and which
 * types the language takes at all. Runs before V8, never inside, so it may simply raise.
 */
#include "postgres_half.h"

extern "C" {
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif
}

#include <cmath>

const char *const plain_values_hint =
    "plv8_libnode runs functions of plain values; pass json instead, or use the extension plv8 (https://plv8.github.io).";

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
