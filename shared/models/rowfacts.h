#pragma once

#include "messagefacts.h"

/// What is known of a row's message beside its bytes.
MessageFacts rowFacts(const TranscriptModel &model, qsizetype row);
