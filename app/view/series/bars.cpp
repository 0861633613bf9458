#include "view/series/bars.h"

#include <algorithm>
#include <charconv>

namespace threadscape {

std::optional<BarsPicture> barsPicture(const Findings& findings)
{
    BarsPicture picture;
    if (const Finding* rounds = findings.find("lost_by_round")) {
        if (const auto* texts = std::get_if<std::vector<std::string>>(&rounds->value)) {
            for (const std::string& text : *texts) {
                std::int64_t lost = 0;
                if (std::from_chars(text.data(), text.data() + text.size(), lost).ec == std::errc{})
                    picture.lostByRound.push_back(static_cast<double>(lost));
            }
        }
    }
    picture.expected = findings.number("expected");
    if (picture.expected <= 0)
        return std::nullopt;
    if (picture.lostByRound.empty()) {
        picture.counted = findings.number("counted");
        picture.lost = std::max(0.0, picture.expected - picture.counted);
        return picture;
    }
    const auto most = std::ranges::max_element(picture.lostByRound);
    picture.round = static_cast<std::size_t>(most - picture.lostByRound.begin());
    picture.expected /= static_cast<double>(picture.lostByRound.size());
    picture.lost = *most;
    picture.counted = picture.expected - picture.lost;
    return picture;
}

} // namespace threadscape
