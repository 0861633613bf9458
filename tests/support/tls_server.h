#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace threadscape {

/// A server of one page over TLS at a port of 127.0.0.1, named localhost, with a self-signed certificate. On its own thread,
/// not an actor of a run.
class TlsServer {
public:
    explicit TlsServer(std::string body);
    /// Ends its thread.
    ~TlsServer();
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;

    std::uint16_t port() const;
    /// Its certificate as a PEM file, for clients that trust it.
    const std::string& certificate() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace threadscape
