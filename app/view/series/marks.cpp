#include "view/series/marks.h"

#include <algorithm>

namespace threadscape {

namespace {

constexpr std::string_view kBecame = " → "; // as a run writes it

} // namespace

SettingMark settingMark(const Catalogue& names, const Note& note)
{
    const std::string value(names.text(note.value));
    SettingMark mark{note.atNs, std::string(names.text(note.text)), {}, value};
    if (const auto at = value.find(kBecame); at != std::string::npos) {
        mark.before = value.substr(0, at);
        mark.after = value.substr(at + kBecame.size());
    }
    return mark;
}

std::vector<SettingMark> settingMarks(const Trace& trace, TimeWindow window)
{
    std::vector<SettingMark> marks;
    const auto& notes = trace.notes();
    for (std::size_t i = 0, count = notes.size(); i < count; ++i) {
        const Note& note = notes[i];
        if (note.kind == Note::Kind::mark && note.atNs >= window.fromNs && note.atNs <= window.toNs)
            marks.push_back(settingMark(trace.catalogue(), note));
    }
    // A change is noted when it is over: one that began later may have been over before.
    std::ranges::stable_sort(marks, {}, &SettingMark::atNs);
    return marks;
}

} // namespace threadscape
