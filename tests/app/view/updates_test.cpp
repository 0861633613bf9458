#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "support/event_stream.h"
#include "view/updates.h"

#include <QTest>

using namespace threadscape;
