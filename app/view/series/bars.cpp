#include "view/series/bars.h"

#include <algorithm>
#include <charconv>

namespace threadscape {

std::optional<BarsPicture> barsPicture(const Findings& findings)
{
    BarsPicture picture;
    picture.expected = findings.number("expected");
    picture.counted = findings.number("counted");
    picture.lost = findings.find("lost") != nullptr ? findings.number("lost")
                                                    : std::max(0.0, picture.expected - picture.counted);
    if (picture.expected <= 0)
        return std::nullopt;
    if (const Finding* rounds = findings.find("lost_by_round")) {
        if (const auto* texts = std::get_if<std::vector<std::string>>(&rounds->value)) {
            for (const std::string& text : *texts) {
                std::int64_t lost = 0;
                if (std::from_chars(text.data(), text.data() + text.size(), lost).ec == std::errc{})
                    picture.lostByRound.push_back(static_cast<double>(lost));
            }
        }
    }
    return picture;
}

} // namespace threadscape
