#include "view/marks.h"

namespace threadscape {

std::vector<SettingMark> settingMarks(const Trace& trace, TimeWindow window,
                                      const std::map<std::string, std::string>& atStart)
{
    std::vector<SettingMark> marks;
    std::map<std::string, std::string> values = atStart;
    const auto& notes = trace.notes();
    for (std::size_t i = 0, count = notes.size(); i < count; ++i) {
        const Note& note = notes[i];
        if (note.kind != Note::Kind::mark)
            continue;
        const std::string name(trace.catalogue().text(note.text));
        const std::string value(trace.catalogue().text(note.value));
        std::string& before = values[name];
        if (note.atNs >= window.fromNs && note.atNs <= window.toNs)
            marks.push_back({note.atNs, name, before, value});
        before = value;
    }
    return marks;
}

} // namespace threadscape
