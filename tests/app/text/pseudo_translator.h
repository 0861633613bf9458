#pragma once

#include <QTranslator>

namespace threadscape {

/// A language that nobody speaks: every text in brackets and 30 % longer. What is seen without brackets was never given
/// to a translator, and what is cut off would be cut off in German.
class PseudoTranslator final : public QTranslator {
public:
    QString translate(const char* /*context*/, const char* source, const char* /*disambiguation*/ = nullptr,
                      int /*n*/ = -1) const override
    {
        const QString text = QString::fromUtf8(source);
        return text.isEmpty() ? text : u'[' + text + QString(text.size() * 3 / 10 + 1, u'~') + u']';
    }
    bool isEmpty() const override { return false; }

    static bool covers(const QString& text) { return text.startsWith(u'[') && text.endsWith(u']'); }
};

} // namespace threadscape
