#include "async/http_flow.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509_vfy.h>

namespace threadscape::http_flow {

namespace {

std::string base64(const std::string& bytes)
{
    std::string coded((bytes.size() + 2) / 3 * 4 + 1, '\0'); // and the zero that the library adds
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(coded.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    coded.resize(static_cast<std::size_t>(length));
    return coded;
}

} // namespace

Request requestFor(const Url& url)
{
    constexpr unsigned kHttp11 = 11;
    Request request(http::verb::get, url.target, kHttp11);
    request.set(http::field::host, url.authority());
    request.set(http::field::user_agent, "threadscape");
    request.set(http::field::accept, "text/html, */*;q=0.5");
    request.set(http::field::accept_encoding, "identity");
    request.set(http::field::connection, "close");
    if (!url.credentials.empty())
        request.set(http::field::authorization, "Basic " + base64(url.credentials));
    return request;
}

Answer answerOf(const Parser& parser, const Url& url)
{
    const auto& head = parser.get();
    const auto location = head.find(http::field::location);
    if (http::to_status_class(head.result()) == http::status_class::redirection && location != head.end()) {
        const std::string_view to(location->value().data(), location->value().size());
        const std::optional<Url> next = url.follow(to);
        if (!next)
            throw NoPage(Text(TS_TEXT("http", "It leads to %1, which is no http:// or https:// address."))
                             .arg(withoutCredentials(to)));
        return {{}, next};
    }
    if (http::to_status_class(head.result()) != http::status_class::successful)
        throw NoPage(Text(TS_TEXT("http", "The server answered %1."))
                         .arg(fmt::format("{} {}", head.result_int(), std::string(head.reason()))));
    return {{url, std::string(head[http::field::content_type]), {}}, std::nullopt};
}

ssl::context clientContext(bool verify)
{
    ssl::context context(ssl::context::tls_client);
    if (verify)
        context.set_default_verify_paths();
    context.set_verify_mode(verify ? ssl::verify_peer : ssl::verify_none);
    return context;
}

void expectHost(SSL* session, const Url& url)
{
    boost::system::error_code isName;
    boost::asio::ip::make_address(url.host, isName);
    if (isName) { // an IP address is not a valid server name
        SSL_set_tlsext_host_name(session, url.host.c_str());
        SSL_set1_host(session, url.host.c_str());
    } else {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), url.host.c_str());
    }
}

NoPage handshakeFailure(SSL* session, const std::system_error& error)
{
    const long verified = SSL_get_verify_result(session);
    if (SSL_get_verify_mode(session) != SSL_VERIFY_NONE && verified != X509_V_OK)
        return NoPage(Text(TS_TEXT("http", "The server's certificate was refused: %1."))
                          .arg(std::string(X509_verify_cert_error_string(verified))));
    return NoPage(Text(TS_TEXT("http", "No secure connection came about: %1.")).arg(error.code().message()));
}

bool isLoopback(const boost::asio::ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6()).is_loopback();
    return address.is_loopback();
}

void checkReach(const std::vector<std::string>& addresses, const Url& url, Reach reach)
{
    const bool all = std::ranges::all_of(addresses, [](const std::string& address) {
        return isLoopback(boost::asio::ip::make_address(address));
    });
    if (reach == Reach::thisComputer && !all)
        throw NoPage(
            Text(TS_TEXT("http", "It leads away from this computer, to %1, and is not followed there."))
                .arg(url.authority()));
}

NoPage noConnection(const Url& url, const std::string& reason)
{
    return NoPage(Text(TS_TEXT("http", "No connection to %1: %2.")).arg(url.authority()).arg(reason));
}

NoPage noAnswer(const std::system_error& error)
{
    return NoPage(Text(TS_TEXT("http", "No whole answer came: %1.")).arg(error.code().message()));
}

void throwTooManyRedirects(int most)
{
    throw NoPage(Text(TS_PLURAL("http", "It led on to other addresses more than %n times.")).count(most));
}

} // namespace threadscape::http_flow
