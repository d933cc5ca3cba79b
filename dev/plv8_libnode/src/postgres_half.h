/*
 * What the files of the Postgres half share. They may ereport at any place, because no frame of V8 is ever below
 * them on the stack, except in the host_ functions of the bridge, which catch what they cause.
 */
#ifndef PLV8_LIBNODE_POSTGRES_HALF_H
#define PLV8_LIBNODE_POSTGRES_HALF_H

#define PLV8_POSTGRES_HALF
extern "C" {
#include "postgres.h"

#include "access/htup.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "datatype/timestamp.h"
}
#include "bridge.h"

/* ---- arguments.cpp, results.cpp ---- */

const int64 epoch_days = POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE;
const int64 day_ms = INT64CONST(86400000);

struct ArgumentPlan {
  Oid type;
  FmgrInfo output; /* types without a rule of their own */
  bool by_output;
};

struct ResultPlan {
  Oid type;
  Want want;
  FmgrInfo input;
  Oid input_param;
};

extern const char *const plain_values_hint;

/* Errors for types out of scope; polymorphic types pass where a function is only declared. */
void check_argument_type(Oid type, bool declaring);
void check_result_type(Oid type, bool declaring);

void plan_argument(ArgumentPlan *plan, Oid type, MemoryContext context);
void plan_result(ResultPlan *plan, Oid type, MemoryContext context);
Value argument_to_value(ArgumentPlan *plan, Datum datum);
Datum result_to_datum(ResultPlan *plan, const Value &value, bool *is_null);

/* ---- encodings.cpp ---- */

void check_size(size_t size); /* of a result: refuses 1 GB */
Text server_to_bridge(const char *data, size_t size);
Text bridge_to_server(Text text); /* refuses U+0000, 1 GB and what the server's encoding lacks */
char *message_to_server(Text text); /* puts a question mark in their place: a message must arrive */

/* ---- functions.cpp ---- */

/* By function and role: each role has its own global object. Entries are type-stable memory. */
struct Function {
  struct Key {
    Oid oid, role;
  } key;
  uint64 serial; /* differs after each recompilation; 0 when removed */
  TransactionId xmin;
  ItemPointerData tid;
  uint64 checked; /* value of catalog_changes when the row version was last compared */
  uint32 epoch;
  Script *script;
};

extern uint64 catalog_changes; /* counts what may have changed a function */

Function *find_function(Oid oid); /* compiled for the current role */
Script *compile_row(HeapTuple row);
Script *compile_text(const char *name, const char *body, const Text *parameters, int count);

/* ---- handler.cpp ---- */

void prepare_engine();
[[noreturn]] void raise_outcome(const Outcome &outcome);

/* ---- interrupts.cpp ---- */

/* Once a backend, before the first visit. */
void interrupts_start();

/* Around each visit to V8. Leaving raises what was to be raised if the visit was stopped. */
void interrupts_enter();
void interrupts_leave(bool was_stopped);

#endif
