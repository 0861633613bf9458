#include "command_line/terminal_text.h"

namespace threadscape {

namespace {

bool turnsDirection(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

// Also those that end a line or a paragraph for some terminals.
bool isShownByNumber(char16_t c)
{
    return (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029 || turnsDirection(c);
}

QString shown(const QString& text, bool lineEndsToo)
{
    constexpr char16_t kPictures = 0x2400; // of the controls below the space, in their order
    constexpr char16_t kDelete = 0x7F;
    constexpr char16_t kPictureOfDelete = 0x2421;
    QString result;
    result.reserve(text.size());
    for (const QChar each : text) {
        const char16_t c = each.unicode();
        if (c < u' ' && (c != u'\n' || lineEndsToo))
            result += QChar(static_cast<char16_t>(kPictures + c));
        else if (c == kDelete)
            result += QChar(kPictureOfDelete);
        else if (isShownByNumber(c))
            result += QStringLiteral("<U+%1>").arg(QString::number(c, 16).toUpper(), 4, u'0');
        else
            result += each;
    }
    return result;
}

} // namespace

QString terminalText(const QString& text)
{
    return shown(text, false);
}

QString terminalLine(const QString& text)
{
    return shown(text, true);
}

} // namespace threadscape
