#include "formats/tscape_reader.h"

#include "formats/trace_restorer.h"
#include "formats/tscape_format.h"

#include <new>

namespace threadscape {

namespace {

// Whether `bytes` have the checksum that stands at the beginning of `told`.
bool isSound(std::string_view bytes, std::string_view told)
{
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    static_cast<void>(bytes); // what a fuzzer changes is to be read
    static_cast<void>(told);
    return true;
#else
    return tscape::fixed(told, 4) == tscape::checksum(bytes);
#endif
}

using namespace tscape;

class TscapeReader {
public:
    TscapeReader(std::string_view bytes, const std::stop_token& stop)
        : m_bytes(bytes), m_stop(stop), m_restorer(bytes.size(), stop)
    {
    }

    void read()
    {
        m_bytes.remove_prefix(kHeadBytes);
        while (!m_ended && !m_lost && !m_cut) {
            section();
            m_cut = m_cut || m_stop.stop_requested();
        }
    }

    TscapeContents contents(const std::string& name)
    {
        TscapeContents contents{m_restorer.finish(), std::move(m_result), {}};
        if (m_damaged || m_lost)
            contents.damage =
                Text(TS_TEXT("files", "%1 is damaged: what could be read of it is shown.")).arg(name);
        else if (m_cut)
            contents.damage =
                Text(TS_TEXT("files", "%1 is cut off: what stands before the cut is shown.")).arg(name);
        return contents;
    }

    void setDamaged() noexcept { m_damaged = true; }

private:
    void section();
    bool take(std::uint32_t tag, std::string_view payload);

    std::string_view m_bytes; ///< remaining
    std::stop_token m_stop;
    TraceRestorer m_restorer;
    std::string m_result;
    bool m_ended = false;
    bool m_cut = false;     ///< the file is truncated
    bool m_damaged = false; ///< some checksum is wrong
    bool m_lost = false;    ///< the start of the next section is unknown
};

void TscapeReader::section()
{
    if (m_bytes.size() < kSectionBytes) {
        m_cut = true;
        return;
    }
    const std::string_view head = m_bytes.substr(0, kSectionBytes);
    if (!isSound(head.substr(0, 16), head.substr(16))) {
        m_lost = true;
        return;
    }
    const auto tag = static_cast<std::uint32_t>(fixed(head, 4));
    const std::uint64_t length = fixed(head.substr(4), 8);
    m_bytes.remove_prefix(kSectionBytes);
    if (length > m_bytes.size()) {
        m_cut = true;
        return;
    }
    const std::string_view payload = m_bytes.substr(0, static_cast<std::size_t>(length));
    m_bytes.remove_prefix(payload.size());
    if (!isSound(payload, head.substr(12)) || !take(tag, payload))
        m_damaged = true;
}

// False for an invalid section; an unknown one comes from a later version.
bool TscapeReader::take(std::uint32_t tag, std::string_view payload)
{
    switch (tag) {
    case kResult:
        if (m_result.empty())
            m_result = payload;
        return true;
    case kNames: return m_restorer.takeNames(payload);
    case kState: return m_restorer.takeState(payload);
    case kLane: return m_restorer.takeLane(payload);
    case kObject: return m_restorer.takeObject(payload);
    case kEnd: m_ended = true; return true;
    default: return true;
    }
}

} // namespace

tl::expected<TscapeContents, Error> readTscape(std::string_view bytes, const std::string& name,
                                               const std::stop_token& stop)
{
    if (bytes.empty())
        return tl::unexpected(Error{Text(TS_TEXT("files", "%1 is empty.")).arg(name)});
    if (!bytes.starts_with(kMagic.substr(0, std::min(bytes.size(), kMagic.size()))))
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "%1 is no trace file of Threadscape (.tscape).")).arg(name)});
    if (bytes.size() < kHeadBytes)
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "%1 is cut off before anything that could be shown.")).arg(name)});
    const bool sound = isSound(bytes.substr(0, 12), bytes.substr(12));
    if (sound && fixed(bytes.substr(8), 2) != kMajor)
        return tl::unexpected(Error{
            Text(TS_TEXT("files", "%1 was written by another version of Threadscape, which this one cannot "
                                  "read."))
                .arg(name)});
    try {
        TscapeReader reader(bytes, stop);
        if (!sound)
            reader.setDamaged();
        reader.read();
        return reader.contents(name);
    } catch (const std::bad_alloc&) {
        return tl::unexpected(Error{Text(TS_TEXT("files", "%1 needs more memory than there is.")).arg(name)});
    }
}

} // namespace threadscape
