#include "lab/run/change_log.h"

#include <algorithm>
#include <utility>

namespace threadscape {

void ChangeLog::step(std::string_view setting, const SettingValue& from, const SettingValue& to, Moment at,
                     const Read& read)
{
    closeWhere([&](const Open& open) { return at.ns - open.lastNs >= kOneMoveNs; });
    const auto same =
        std::ranges::find_if(m_open, [&](const Open& open) { return open.change.change.setting == setting; });
    if (same != m_open.end()) {
        same->change.change.to = to;
        same->lastNs = at.ns;
        return;
    }
    m_open.push_back(
        {.change = {.change = {.atNs = at.ns, .setting = std::string(setting), .from = from, .to = to},
                    .ticks = at.ticks,
                    .before = read()},
         .lastNs = at.ns});
}

void ChangeLog::whole(std::string_view setting, const SettingValue& from, const SettingValue& to, Moment at,
                      const Read& read)
{
    const auto ofSame = [&](const Open& open) { return open.change.change.setting == setting; };
    closeWhere(ofSame);
    step(setting, from, to, at, read);
    closeWhere(ofSame);
}

std::vector<ChangeLog::Settled> ChangeLog::settle(std::int64_t nowNs)
{
    closeWhere([&](const Open& open) { return nowNs - open.lastNs >= kOneMoveNs; });
    return std::exchange(m_fresh, {});
}

std::vector<ChangeLog::Settled> ChangeLog::settleAll()
{
    closeWhere([](const Open& /*any*/) { return true; });
    return std::exchange(m_fresh, {});
}

std::vector<SettingChange> ChangeLog::changes() const
{
    std::vector<SettingChange> all;
    for (const Settled& each : m_settled)
        all.push_back(each.change);
    return all;
}

template <typename Over>
void ChangeLog::closeWhere(Over over)
{
    for (const Open& open : m_open)
        if (over(open))
            close(open);
    std::erase_if(m_open, over);
}

// Another setting's change may have begun earlier, and settle later.
void ChangeLog::close(const Open& open)
{
    const SettingChange& change = open.change.change;
    if (change.from == change.to)
        return;
    const auto place = std::ranges::upper_bound(m_settled, change.atNs, {},
                                                [](const Settled& each) { return each.change.atNs; });
    m_settled.insert(place, open.change);
    m_fresh.push_back(open.change);
}

} // namespace threadscape
