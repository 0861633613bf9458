#include "text/message_words.h"

namespace threadscape {

Text messageSentence(const Catalogue& catalogue, const MessageArrow& arrow)
{
    const auto nameOf = [&](TrackId track) { return NameArg{catalogue.trackName(track)}; };
    const NameArg carrier{catalogue.objectName(arrow.carrier)};
    const Message& message = arrow.message;
    if (!message.sent.known())
        return Text(TS_PLURAL("message", "Message %1 to %2 over %3: %n bytes, when it was sent is not known"))
            .arg(arrow.number)
            .arg(nameOf(message.received.by))
            .arg(carrier)
            .count(message.bytes);
    if (!message.received.known())
        return Text(arrow.over
                        ? TS_PLURAL("message", "Message %1 from %2 over %3: %n bytes, was never received")
                        : TS_PLURAL("message", "Message %1 from %2 over %3: %n bytes, not received yet"))
            .arg(arrow.number)
            .arg(nameOf(message.sent.by))
            .arg(carrier)
            .count(message.bytes);
    return Text(TS_PLURAL("message", "Message %1 from %2 to %3 over %4: %n bytes, took %5"))
        .arg(arrow.number)
        .arg(nameOf(message.sent.by))
        .arg(nameOf(message.received.by))
        .arg(carrier)
        .arg(DurationArg{std::max<std::int64_t>(0, message.received.atNs - message.sent.atNs)})
        .count(message.bytes);
}

} // namespace threadscape
