/* Between the two halves of the stand-alone program, as bridge.h is between those of the extension. */
#ifndef PLV8_LIBNODE_STANDALONE_H
#define PLV8_LIBNODE_STANDALONE_H

#include "bridge.h"

/* Everything that the server would do with the outcome; aborts where something is not as promised. */
void convert_outcome(const Outcome &outcome, Want want);
void convert_message_of(int encoding, Text message);

#endif
