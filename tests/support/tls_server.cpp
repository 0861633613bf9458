#include "support/tls_server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdexcept>
#include <thread>

namespace threadscape {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

template <typename T, void (*Free)(T*)>
struct Freed {
    void operator()(T* object) const noexcept { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;

Certificate signOwn(EVP_PKEY* key)
{
    constexpr long kDay = 86400;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kDay);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME* const name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_EXTENSION* const alternative =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost");
    X509_add_ext(certificate.get(), alternative, -1);
    X509_EXTENSION_free(alternative);
    X509_sign(certificate.get(), key, EVP_sha256());
    return certificate;
}

std::string asPem(X509* certificate)
{
    const std::unique_ptr<BIO, Freed<BIO, BIO_free_all>> memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(memory.get(), certificate);
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

} // namespace

class TlsServer::Impl {
public:
    explicit Impl(std::string page) : body(std::move(page))
    {
        const Key key(EVP_EC_gen("P-256"));
        const Certificate own = signOwn(key.get());
        if (SSL_CTX_use_certificate(context.native_handle(), own.get()) != 1 ||
            SSL_CTX_use_PrivateKey(context.native_handle(), key.get()) != 1)
            throw std::runtime_error("no certificate");
        pem = asPem(own.get());
        accept();
        thread = std::thread([this] { io.run(); });
    }
    ~Impl()
    {
        io.stop();
        thread.join();
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    struct Client : std::enable_shared_from_this<Client> {
        Client(tcp::socket socket, asio::ssl::context& context) : stream(std::move(socket), context) {}
        asio::ssl::stream<tcp::socket> stream;
        asio::streambuf request;
        std::string reply;
    };

    void accept()
    {
        acceptor.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
            if (error)
                return;
            serve(std::make_shared<Client>(std::move(socket), context));
            accept();
        });
    }

    // It ends without TLS's farewell, as many servers do.
    void serve(const std::shared_ptr<Client>& client)
    {
        client->reply = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
        client->stream.async_handshake(
            asio::ssl::stream_base::server, [client](const boost::system::error_code& refused) {
                if (refused)
                    return;
                asio::async_read_until(
                    client->stream, client->request, "\r\n\r\n",
                    [client](const boost::system::error_code& left, std::size_t) {
                        if (!left)
                            asio::async_write(client->stream, asio::buffer(client->reply),
                                              [client](const boost::system::error_code&, std::size_t) {});
                    });
            });
    }

    std::string body;
    std::string pem;
    asio::io_context io;
    asio::ssl::context context{asio::ssl::context::tls_server};
    tcp::acceptor acceptor{io, {asio::ip::address_v4::loopback(), 0}};
    std::thread thread;
};

TlsServer::TlsServer(std::string body) : m_impl(std::make_unique<Impl>(std::move(body))) {}
TlsServer::~TlsServer() = default;

std::uint16_t TlsServer::port() const
{
    return m_impl->acceptor.local_endpoint().port();
}

const std::string& TlsServer::certificate() const
{
    return m_impl->pem;
}

} // namespace threadscape
