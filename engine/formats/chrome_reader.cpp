#include "formats/chrome_reader.h"

#include "formats/chrome_file.h"
#include "formats/chrome_format.h"
#include "formats/chrome_restorer.h"

#include <new>

namespace threadscape {

namespace {

/// "otherData" of this program's files.
struct OwnPart {
    std::optional<ChromeHead> head;
    std::string_view run;
};

OwnPart ownPart(std::string_view otherData)
{
    OwnPart own;
    std::string_view head;
    bool known = false;
    JsonScanner::forEachMember(otherData, [&](std::string_view name, std::string_view value) {
        if (name == "\"threadscape\"")
            known = integerOfToken(value) == chrome::kChromeFormat;
        else if (name == "\"trace\"")
            head = value;
        else if (name == "\"run\"")
            own.run = value;
    });
    if (known)
        own.head = readChromeHead(head);
    return own;
}

// Reads all events, or until a stop.
template <typename Builder>
void readEvents(ChromeFile& file, Builder& builder, const std::stop_token& stop)
{
    constexpr std::uint64_t kLookEvery = 4096; // events
    while (const auto event = file.next()) {
        if (!builder.take(*event))
            file.refuse();
        if (file.events() % kLookEvery == 0 && stop.stop_requested())
            return;
    }
}

std::optional<Text> damageIn(const ChromeFile& file, const std::string& name)
{
    if (file.cut())
        return Text(TS_TEXT("files", "%1 is cut off: what stands before the cut is shown.")).arg(name);
    if (file.broken() > 0)
        return Text(TS_TEXT("files", "%1 is damaged: %2 of %3 events could not be read."))
            .arg(name)
            .arg(file.broken())
            .arg(file.events());
    return std::nullopt;
}

Error noEvents(ChromeFile::Kind kind, const std::string& name)
{
    switch (kind) {
    case ChromeFile::Kind::notJson: return {Text(TS_TEXT("files", "%1 is no JSON, and no trace.")).arg(name)};
    case ChromeFile::Kind::cutBefore:
        return {Text(TS_TEXT("files", "%1 is cut off before anything that could be shown.")).arg(name)};
    default: break;
    }
    return {Text(TS_TEXT("files", "%1 is JSON, but no Chrome trace: there are no events in it.")).arg(name)};
}

/// Of a trace that has neither slices nor counters: what it has.
Error nothingDrawn(const ForeignCounts& counts, const std::string& name)
{
    const std::uint64_t others = counts.others + counts.ends + counts.valuesLost + counts.slices;
    const std::uint64_t all = counts.async + counts.instants + counts.flows + others;
    const auto alone = [&](Template sentence) {
        return Error{Text(sentence).arg(name).count(static_cast<std::int64_t>(all))};
    };
    if (all == 0)
        return Error{
            Text(TS_TEXT("files", "%1 is a Chrome trace with nothing in it that could be shown: no slices, "
                                  "and no counters."))
                .arg(name)};
    if (all == counts.async)
        return alone(TS_PLURAL("files", "%1 is a Chrome trace of %n async events alone, which are not drawn: "
                                        "it has no slices and no counters."));
    if (all == counts.instants)
        return alone(TS_PLURAL("files", "%1 is a Chrome trace of %n instants alone, which are not drawn: it "
                                        "has no slices and no counters."));
    if (all == counts.flows)
        return alone(TS_PLURAL("files", "%1 is a Chrome trace of %n flow events alone, which are not drawn: "
                                        "it has no slices and no counters."));
    return Error{
        Text(TS_PLURAL("files", "%1 is a Chrome trace of %n events that are not drawn (async: %2, instants: "
                                "%3, flow: %4, others: %5): it has no slices and no counters."))
            .arg(name)
            .arg(counts.async)
            .arg(counts.instants)
            .arg(counts.flows)
            .arg(others)
            .count(static_cast<std::int64_t>(all))};
}

tl::expected<ChromeContents, Error> readForeign(ChromeFile& file, const std::string& name,
                                                const std::stop_token& stop)
{
    ForeignBuilder builder(file.parser());
    readEvents(file, builder, stop);
    if (file.events() == file.broken() && (file.broken() > 0 || file.cut()))
        return tl::unexpected(
            noEvents(file.cut() ? ChromeFile::Kind::cutBefore : ChromeFile::Kind::noTrace, name));
    ChromeContents contents;
    contents.trace = builder.finish();
    contents.counts = builder.counts();
    contents.damage = damageIn(file, name);
    if (contents.counts.slicesDrawn() == 0 && contents.counts.values == 0)
        return tl::unexpected(nothingDrawn(contents.counts, name));
    return contents;
}

} // namespace

bool looksLikeJson(std::string_view bytes) noexcept
{
    constexpr std::string_view kByteOrder = "\xEF\xBB\xBF";
    const JsonScanner scan(bytes);
    const char first = scan[scan.skipBlank(bytes.starts_with(kByteOrder) ? kByteOrder.size() : 0)];
    return first == '{' || first == '[';
}

tl::expected<ChromeContents, Error> readChromeTrace(std::string bytes, const std::string& name,
                                                    const std::stop_token& stop)
{
    if (bytes.empty())
        return tl::unexpected(Error{Text(TS_TEXT("files", "%1 is empty.")).arg(name)});
    try {
        const std::size_t size = bytes.size();
        bytes.append(ChromeEventParser::kPadding, ' ');
        ChromeFile file(std::string_view(bytes).substr(0, size));
        const ChromeFile::Kind kind = file.open();
        if (kind != ChromeFile::Kind::array && kind != ChromeFile::Kind::object)
            return tl::unexpected(noEvents(kind, name));
        OwnPart own = ownPart(file.otherData());
        if (!own.head)
            return readForeign(file, name, stop);
        ChromeRestorer restorer(std::move(*own.head), file.parser());
        readEvents(file, restorer, stop);
        const bool complete = !file.cut() && file.broken() == 0 && !stop.stop_requested();
        return ChromeContents{
            restorer.finish(complete), true, std::string(own.run), {}, damageIn(file, name)};
    } catch (const std::bad_alloc&) {
        return tl::unexpected(Error{Text(TS_TEXT("files", "%1 needs more memory than there is.")).arg(name)});
    }
}

} // namespace threadscape
