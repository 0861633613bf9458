#include "lab/kit/page_server.h"

#include "async/sleep.h"
#include "lab/lab.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace threadscape {

namespace {

struct OwnPage {
    const char* target;
    const char* title;
};
constexpr std::array<OwnPage, PageServer::kPages> kOwnPages{{{"/threads", "Threads"},
                                                             {"/locks", "Races &amp; locks"},
                                                             {"/queues", "Queues"},
                                                             {"/pools", "Futures and pools"},
                                                             {"/async", "Async"}}};

HttpReply replyTo(const std::string& target)
{
    const auto* const page = std::ranges::find(kOwnPages, target, &OwnPage::target);
    if (page == kOwnPages.end())
        return {.status = 404, .body = "<title>There is no such page</title>"};
    return {.body = fmt::format("<!DOCTYPE html><html><head><title>{}</title></head></html>", page->title)};
}

} // namespace

PageServer::PageServer(Lab& lab, const Lanes& lanes, const Integer& latencyMs)
    : m_lab(lab),
      m_lanes(lanes),
      m_latencyMs(latencyMs),
      m_told(lab, TS_NAME("name", "Port")),
      m_serving(lab, lanes.thread, [this] { serve(); }),
      m_port(static_cast<std::uint16_t>(m_told.get()))
{
}

std::vector<Url> PageServer::urls() const
{
    std::vector<Url> all;
    all.reserve(kOwnPages.size());
    for (const OwnPage& page : kOwnPages)
        all.push_back({.host = "127.0.0.1", .port = m_port, .target = page.target});
    return all;
}

void PageServer::serve()
{
    EventLoop loop(m_lab, TS_NAME("name", "Server's event loop"));
    HttpServer http(loop, m_lab.catalogue().addObject(TS_NAME("name", "Clients"), ObjectKind::connection),
                    [&](std::string target) { return reply(loop, std::move(target)); });
    m_told.put(http.port());
    loop.run(m_lanes.accepting.name(), http.serve(m_lanes.requests.prefix(), m_lanes.requests.heading()),
             m_lanes.accepting.heading());
}

Task<HttpReply> PageServer::reply(EventLoop& loop, std::string target) const
{
    co_await m_lab.pause(loop, m_latencyMs);
    co_return replyTo(target);
}

} // namespace threadscape
