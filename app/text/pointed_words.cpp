#include "text/pointed_words.h"

#include "text/core_words.h"
#include "text/end_words.h"
#include "text/hover_words.h"
#include "text/message_words.h"

namespace threadscape {

namespace {

constexpr std::size_t kMostSentences = 8;

} // namespace

std::vector<Text> sentences(const Catalogue& catalogue, const LanesHit& hit,
                            std::span<const PatternOnLane> patterns)
{
    std::vector<Text> told;
    if (const auto* names = std::get_if<PatternHit>(&hit)) {
        for (const TrackId track : names->tracks)
            for (const PatternOnLane& pattern : patterns)
                if (pattern.track == track && told.size() < kMostSentences)
                    told.push_back(pattern.sentence);
    } else if (const auto* end = std::get_if<LaneEnd>(&hit)) {
        told.push_back(endSentence(catalogue, *end));
    } else if (const auto* message = std::get_if<MessageHit>(&hit)) {
        told.push_back(messageSentence(catalogue, message->arrow));
    } else if (const auto* core = std::get_if<CoreHit>(&hit)) {
        told.push_back(coreSentence(catalogue, *core));
    } else if (const auto* span = std::get_if<SpanHit>(&hit)) {
        told.push_back(hoverSentence(catalogue, span->span));
        if (const auto& with = span->message())
            told.push_back(messageSentence(catalogue, *with));
    }
    return told;
}

} // namespace threadscape
