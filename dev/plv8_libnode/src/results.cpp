/*
 * Values of the bridge to SQL values: one rule for each type of the README's table, its input function for every other. Runs
 * after V8, never inside, so a failing input function may simply raise.
 */
#include "postgres_half.h"

extern "C" {
#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/float.h"
#include "utils/fmgrprotos.h"
#include "utils/lsyscache.h"
#include "utils/timestamp.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif
}

#include <cmath>

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
