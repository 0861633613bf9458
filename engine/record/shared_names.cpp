#include "record/shared_names.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace threadscape {

namespace {

struct Record {
    SharedName::Kind kind;
    std::uint8_t subkind;
    std::uint16_t nameBytes;
    std::uint16_t extraBytes;
};

constexpr std::size_t kLongestName = 0xFFFF;

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The length of the well-formed character at `at`; 0 when there is none.
std::size_t characterAt(const std::string& text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xF0 && first < 0xF5 ? 4
                                                               : 0;
    if (length == 0 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!isContinuation(text[at + i]))
            return 0;
    const unsigned char second = byte(at + 1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second >= 0xA0;
    const bool beyond = first == 0xF4 && second >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

void makeUtf8(std::string& text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = characterAt(text, at);
        if (length == 0)
            text[at] = '?';
        at += std::max<std::size_t>(length, 1);
    }
}

} // namespace

LabelInfo SharedName::label() const
{
    LabelInfo label{name, {}, 0};
    const std::size_t space = extra.find(' ');
    if (space == std::string::npos)
        return label;
    const char* const end = extra.data() + space;
    if (std::from_chars(extra.data(), end, label.line).ptr == end)
        label.file = extra.substr(space + 1);
    return label;
}

SharedNameWriter::SharedNameWriter(std::shared_ptr<SharedRecording> recording)
    : m_recording(std::move(recording))
{
    m_end = m_recording->progress().nameEnd.load(std::memory_order_acquire);
    SharedNameReader reader(m_recording);
    while (const std::optional<SharedName> name = reader.next()) {
        switch (name->kind) {
        case SharedName::Kind::track: ++m_tracks; break;
        case SharedName::Kind::object: ++m_objects; break;
        case SharedName::Kind::text: m_ids.emplace(name->name, m_texts++); break;
        case SharedName::Kind::label: break;
        }
    }
}

TrackId SharedNameWriter::addTrack(std::string_view name, std::string_view group, TrackKind kind)
{
    if (m_tracks == SharedRecording::kTracks ||
        !append(SharedName::Kind::track, static_cast<std::uint8_t>(kind), name, group))
        return kNoTrack;
    return m_tracks++;
}

ObjectId SharedNameWriter::addObject(std::string_view name, ObjectKind kind, std::string_view unit)
{
    if (!append(SharedName::Kind::object, static_cast<std::uint8_t>(kind), name, unit))
        return kNoObject;
    return m_objects++;
}

ObjectId SharedNameWriter::intern(std::string_view text)
{
    const auto found = m_ids.find(std::string(text));
    if (found != m_ids.end())
        return found->second;
    if (!append(SharedName::Kind::text, 0, text, {}))
        return kNoObject;
    m_ids.emplace(std::string(text), m_texts);
    return m_texts++;
}

bool SharedNameWriter::addLabel(const LabelInfo& label)
{
    const std::string place = label.file.empty() ? "" : std::to_string(label.line) + ' ' + label.file;
    return append(SharedName::Kind::label, 0, label.text, place);
}

bool SharedNameWriter::append(SharedName::Kind kind, std::uint8_t subkind, std::string_view name,
                              std::string_view extra) noexcept
{
    const std::span<std::byte> bytes = m_recording->names();
    if (name.size() > kLongestName || extra.size() > kLongestName ||
        m_end + sizeof(Record) + name.size() + extra.size() > bytes.size())
        return false;
    const Record record{kind, subkind, static_cast<std::uint16_t>(name.size()),
                        static_cast<std::uint16_t>(extra.size())};
    std::byte* const place = bytes.data() + m_end;
    std::memcpy(place, &record, sizeof(record));
    std::copy_n(reinterpret_cast<const std::byte*>(name.data()), name.size(), place + sizeof(record));
    std::copy_n(reinterpret_cast<const std::byte*>(extra.data()), extra.size(),
                place + sizeof(record) + name.size());
    m_end += static_cast<std::uint32_t>(sizeof(record) + name.size() + extra.size());
    m_recording->progress().nameEnd.store(m_end, std::memory_order_release);
    return true;
}

std::optional<SharedName> SharedNameReader::next()
{
    const std::span<const std::byte> bytes = m_recording->names();
    const std::size_t end =
        std::min<std::size_t>(m_recording->progress().nameEnd.load(std::memory_order_acquire), bytes.size());
    if (m_at + sizeof(Record) > end)
        return std::nullopt;
    Record record{};
    std::memcpy(&record, bytes.data() + m_at, sizeof(record)); // once: it may change concurrently
    const std::size_t text = m_at + sizeof(record);
    const bool kindKnown = record.kind <= SharedName::Kind::label;
    const std::uint8_t subkinds =
        record.kind == SharedName::Kind::track    ? static_cast<std::uint8_t>(TrackKind::main)
        : record.kind == SharedName::Kind::object ? static_cast<std::uint8_t>(kLastObjectKind)
                                                  : 0;
    if (!kindKnown || record.subkind > subkinds || text + record.nameBytes + record.extraBytes > end) {
        m_at = bytes.size();
        return std::nullopt;
    }
    const auto* const characters = reinterpret_cast<const char*>(bytes.data() + text);
    SharedName result{record.kind, record.subkind, std::string(characters, record.nameBytes),
                      std::string(characters + record.nameBytes, record.extraBytes)};
    makeUtf8(result.name);
    makeUtf8(result.extra);
    m_at = text + record.nameBytes + record.extraBytes;
    return result;
}

} // namespace threadscape
