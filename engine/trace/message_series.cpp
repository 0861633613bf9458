#include "trace/message_series.h"

namespace threadscape {

namespace {

MessageEnd readEnd(const std::atomic<std::int64_t>& ns, const std::atomic<TrackId>& by) noexcept
{
    const std::int64_t at = ns.load(std::memory_order_acquire);
    return {at, at == MessageEnd::kNotYet ? kNoTrack : by.load(std::memory_order_relaxed)};
}

} // namespace

void MessageSeries::tell(std::uint32_t number, bool received, std::uint32_t bytes, std::int64_t atNs,
                         TrackId by)
{
    while (m_records.size() < number)
        m_records.emplaceWith([](Record& record) { new (&record) Record; });
    Record& record = m_records[number - 1];
    std::atomic<std::int64_t>& ns = received ? record.receivedNs : record.sentNs;
    if (ns.load(std::memory_order_relaxed) != MessageEnd::kNotYet) {
        record.contradicted.store(true, std::memory_order_relaxed);
        return;
    }
    record.bytes.store(bytes, std::memory_order_relaxed);
    (received ? record.receiver : record.sender).store(by, std::memory_order_relaxed);
    ns.store(atNs, std::memory_order_release);
}

Message MessageSeries::operator[](std::size_t index) const noexcept
{
    const Record& record = m_records[index];
    Message message;
    message.received = readEnd(record.receivedNs, record.receiver);
    message.sent = readEnd(record.sentNs, record.sender);
    message.bytes = record.bytes.load(std::memory_order_relaxed);
    message.contradicted = record.contradicted.load(std::memory_order_relaxed);
    return message;
}

} // namespace threadscape
