#include "os/name_lookup.h"

#include <array>
#include <memory>
#include <netdb.h>
#include <new>
#include <sys/socket.h>
#include <thread>

namespace threadscape {

namespace {

HostAddresses lookUp(const std::string& host)
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_ADDRCONFIG;
    addrinfo* list = nullptr;
    if (const int error = ::getaddrinfo(host.c_str(), nullptr, &wanted, &list); error != 0)
        return {{}, ::gai_strerror(error)};
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> kept(list, ::freeaddrinfo);
    HostAddresses found;
    for (const addrinfo* each = list; each != nullptr; each = each->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(each->ai_addr, each->ai_addrlen, text.data(), text.size(), nullptr, 0,
                          NI_NUMERICHOST) == 0)
            found.addresses.emplace_back(text.data());
    }
    if (found.addresses.empty())
        found.failure = ::gai_strerror(EAI_NONAME);
    return found;
}

} // namespace

void lookUpHost(std::string host, std::function<void(HostAddresses)> done)
{
    std::thread([host = std::move(host), done = std::move(done)] {
        HostAddresses found;
        try {
            found = lookUp(host);
        } catch (const std::bad_alloc&) {
            found = {{}, ::gai_strerror(EAI_MEMORY)};
        }
        done(std::move(found));
    }).detach();
}

} // namespace threadscape
