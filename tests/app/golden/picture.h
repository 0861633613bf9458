#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QList>
#include <QPainterPath>
#include <QSize>
#include <QString>
#include <QTransform>
#include <QXmlStreamReader>
#include <cmath>
#include <vector>

namespace threadscape::golden {

/// One thing that a picture shows, where it lies on the picture, in px.
struct DrawnThing {
    QString kind;          ///< path, text or image
    QString commands{};    ///< of a path: M, L, C and Z, one for each step
    QList<double> numbers; ///< of a path its points; of a text where it begins; of an image its rectangle
    QString look;          ///< how it is painted, as attributes of SVG
    QString words{};
    QImage pixels{};
};

/// A picture without what may differ from one way to write SVG to another: the things that it shows, from the lowest up.
struct Picture {
    QSize size;
    std::vector<DrawnThing> things;
};

/// Places are kept to a tenth of a px, and are the same when they are nearer to each other than this: so rounding never
/// decides.
inline constexpr double kSamePx = 0.06;

namespace detail {

inline QString written(double value, int decimals = 1)
{
    QString text = QString::number(value, 'f', decimals);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text == QStringLiteral("-0") ? QStringLiteral("0") : text;
}

/// What a group sets for what lies in it.
struct Style {
    QTransform transform;
    QHash<QString, QString> attributes;
};

inline bool isUnseen(QStringView name)
{
    return name == u"title" || name == u"desc" || name == u"defs";
}

inline QTransform transformOf(QStringView text)
{
    if (!text.startsWith(u"matrix("))
        return {};
    const QList<QStringView> parts = text.mid(7).chopped(1).split(u',');
    const auto at = [&](qsizetype i) { return parts[i].toDouble(); };
    return parts.size() == 6 ? QTransform(at(0), at(1), at(2), at(3), at(4), at(5)) : QTransform();
}

inline Style inside(Style style, const QXmlStreamAttributes& attributes)
{
    for (const QXmlStreamAttribute& attribute : attributes) {
        if (attribute.name() == u"transform")
            style.transform = transformOf(attribute.value()) * style.transform;
        else
            style.attributes[attribute.name().toString()] = attribute.value().toString();
    }
    return style;
}

inline QString numberAttribute(const Style& style, const QString& name)
{
    const QString value = style.attributes.value(name);
    return value.isEmpty() ? QString() : QStringLiteral(" %1=\"%2\"").arg(name, written(value.toDouble(), 3));
}

inline QString lookOf(const Style& style, bool isText)
{
    const auto value = [&](const char* name) { return style.attributes.value(QLatin1StringView(name)); };
    // A pattern (url(...)) is not written by every version: pixels show it, see Screen::pixels().
    const auto isVisible = [&](const char* paint) {
        return !value(paint).isEmpty() && value(paint) != QStringLiteral("none") &&
               !value(paint).startsWith(QStringLiteral("url"));
    };
    const auto opacity = [&](const char* name) {
        const QString text = value(name);
        return text.isEmpty() || text.toDouble() == 1 ? QString()
                                                      : numberAttribute(style, QLatin1StringView(name));
    };
    QString look = QStringLiteral("fill=\"%1\"")
                       .arg(isVisible("fill") ? value("fill").toLower() : QStringLiteral("none"));
    if (isVisible("fill"))
        look += opacity("fill-opacity");
    if (isText) {
        look += numberAttribute(style, QStringLiteral("font-size"));
        if (value("font-weight").toInt() > 400)
            look += QStringLiteral(" font-weight=\"700\"");
    } else if (isVisible("stroke")) {
        look += QStringLiteral(" stroke=\"%1\"").arg(value("stroke").toLower()) + opacity("stroke-opacity") +
                numberAttribute(style, QStringLiteral("stroke-width"));
        if (isVisible("stroke-dasharray")) {
            QStringList dashes;
            for (const QString& dash : value("stroke-dasharray").split(u','))
                dashes << written(dash.toDouble(), 2);
            look += QStringLiteral(" stroke-dasharray=\"%1\"").arg(dashes.join(u','));
        }
    }
    return look + opacity("opacity");
}

/// Reads "M1,2 L3,4 C..." with absolute places, which is all that is written.
inline void readPath(const QString& text, const QTransform& transform, DrawnThing& thing)
{
    QList<double> numbers;
    qsizetype at = 0;
    QChar command = u'M';
    const auto isNumber = [](QChar c) { return c.isDigit() || c == u'-' || c == u'+' || c == u'.'; };
    while (at < text.size()) {
        const QChar c = text[at];
        if (c.isLetter()) {
            command = c.toUpper();
            if (command == u'Z')
                thing.commands += command;
            ++at;
        } else if (isNumber(c)) {
            qsizetype end = at + 1;
            while (end < text.size() && (isNumber(text[end]) || text[end] == u'e') &&
                   !((text[end] == u'-' || text[end] == u'+') && text[end - 1] != u'e'))
                ++end;
            numbers << QStringView(text).mid(at, end - at).toDouble();
            at = end;
            if (numbers.size() == (command == u'C' ? 6 : 2)) {
                for (qsizetype i = 0; i < numbers.size(); i += 2) {
                    const QPointF place = transform.map(QPointF(numbers[i], numbers[i + 1]));
                    thing.numbers << place.x() << place.y();
                }
                thing.commands += command;
                numbers.clear();
                if (command == u'M')
                    command = u'L';
            }
        } else {
            ++at;
        }
    }
}

inline QString pathOfPoints(const QString& points, bool closed)
{
    return u'M' + points.simplified() + QLatin1StringView(closed ? "Z" : "");
}

inline QString pathOfRect(double x, double y, double width, double height)
{
    return QStringLiteral("M%1,%2L%3,%2L%3,%4L%1,%4Z").arg(x).arg(y).arg(x + width).arg(y + height);
}

/// A circle as a painter draws it, with four curves.
inline QString pathOfEllipse(QPointF centre, double rx, double ry)
{
    QPainterPath path;
    path.addEllipse(centre, rx, ry);
    QString text;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        text += QLatin1Char(element.type == QPainterPath::MoveToElement    ? 'M'
                            : element.type == QPainterPath::CurveToElement ? 'C'
                                                                           : ' ');
        text += QStringLiteral("%1,%2").arg(element.x).arg(element.y);
    }
    return text;
}

inline QImage imageOf(const QString& link)
{
    if (link.isEmpty())
        return {};
    const QByteArray data = QByteArray::fromBase64(link.section(u',', 1).toLatin1());
    return QImage::fromData(data).convertToFormat(QImage::Format_RGBA8888);
}

inline QString linkOf(const QImage& image)
{
    if (image.isNull())
        return {};
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QStringLiteral(" xlink:href=\"data:image/png;base64,%1\"")
        .arg(QString::fromLatin1(data.toBase64()));
}

inline bool reads(QXmlStreamReader& xml, const Style& style, DrawnThing& thing)
{
    const QStringView name = xml.name();
    const auto number = [&](const char* attribute) {
        return style.attributes.value(QLatin1StringView(attribute)).toDouble();
    };
    const auto text = [&](const char* attribute) {
        return style.attributes.value(QLatin1StringView(attribute));
    };
    thing.kind = QStringLiteral("path");
    if (name == u"path") {
        readPath(text("d"), style.transform, thing);
    } else if (name == u"polyline" || name == u"polygon") {
        readPath(pathOfPoints(text("points"), name == u"polygon"), style.transform, thing);
    } else if (name == u"rect") {
        readPath(pathOfRect(number("x"), number("y"), number("width"), number("height")), style.transform,
                 thing);
    } else if (name == u"circle" || name == u"ellipse") {
        const bool round = name == u"circle";
        readPath(pathOfEllipse({number("cx"), number("cy")}, number(round ? "r" : "rx"),
                               number(round ? "r" : "ry")),
                 style.transform, thing);
    } else if (name == u"text") {
        const QPointF place = style.transform.map(QPointF(number("x"), number("y")));
        thing.kind = QStringLiteral("text");
        thing.numbers = {place.x(), place.y()};
        thing.words = xml.readElementText();
    } else if (name == u"image") {
        const QRectF place =
            style.transform.mapRect(QRectF(number("x"), number("y"), number("width"), number("height")));
        thing.kind = QStringLiteral("image");
        thing.numbers = {place.x(), place.y(), place.width(), place.height()};
        thing.pixels = imageOf(text("href"));
    } else {
        return false;
    }
    thing.look = thing.kind == QStringLiteral("image") ? QString()
                                                       : lookOf(style, thing.kind == QStringLiteral("text"));
    const bool isSeen = thing.kind != QStringLiteral("path") || thing.look != QStringLiteral("fill=\"none\"");
    return isSeen && !thing.numbers.isEmpty();
}

inline QString pathText(const DrawnThing& thing)
{
    QString text;
    qsizetype at = 0;
    for (const QChar command : thing.commands) {
        text += command;
        const qsizetype end = at + (command == u'Z' ? 0 : command == u'C' ? 6 : 2);
        for (const qsizetype first = at; at < end && at < thing.numbers.size(); ++at)
            text += QLatin1StringView(at > first ? " " : "") + written(thing.numbers[at]);
    }
    return text;
}

} // namespace detail

/// Reads what QSvgGenerator, or svgText(), has written.
inline Picture pictureOf(const QByteArray& svg)
{
    Picture picture;
    QXmlStreamReader xml(svg);
    std::vector<detail::Style> styles(1);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement()) {
            styles.pop_back();
            continue;
        }
        if (!xml.isStartElement())
            continue;
        if (detail::isUnseen(xml.name())) {
            xml.skipCurrentElement();
            continue;
        }
        if (xml.name() == u"svg") {
            const QList<QStringView> box = xml.attributes().value(QStringLiteral("viewBox")).split(u' ');
            if (box.size() == 4)
                picture.size = {box[2].toInt(), box[3].toInt()};
            styles.push_back(styles.back());
            continue;
        }
        const bool isText = xml.name() == u"text"; // reading its words reads its end too
        styles.push_back(detail::inside(styles.back(), xml.attributes()));
        DrawnThing thing;
        if (detail::reads(xml, styles.back(), thing))
            picture.things.push_back(std::move(thing));
        if (isText)
            styles.pop_back();
    }
    return picture;
}

/// One thing as an element of SVG.
inline QString svgText(const DrawnThing& thing)
{
    using detail::written;
    if (thing.kind == QStringLiteral("text"))
        return QStringLiteral("<text x=\"%1\" y=\"%2\" %3>%4</text>")
            .arg(written(thing.numbers[0]), written(thing.numbers[1]), thing.look,
                 thing.words.toHtmlEscaped());
    if (thing.kind == QStringLiteral("image"))
        return QStringLiteral("<image x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"%5/>")
            .arg(written(thing.numbers[0]), written(thing.numbers[1]), written(thing.numbers[2]),
                 written(thing.numbers[3]), detail::linkOf(thing.pixels));
    return QStringLiteral("<path d=\"%1\" %2/>").arg(detail::pathText(thing), thing.look);
}

/// The picture as a file to store and view: a line per element.
inline QByteArray svgText(const Picture& picture)
{
    QString text = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%1\" height=\"%2\" "
                                  "viewBox=\"0 0 %1 %2\" font-family=\"Noto Sans\" xml:space=\"preserve\">\n")
                       .arg(picture.size.width())
                       .arg(picture.size.height());
    for (const DrawnThing& thing : picture.things)
        text += svgText(thing) + u'\n';
    return (text + QStringLiteral("</svg>\n")).toUtf8();
}

inline bool same(const DrawnThing& a, const DrawnThing& b)
{
    return a.kind == b.kind && a.commands == b.commands && a.look == b.look && a.words == b.words &&
           a.pixels == b.pixels && std::ranges::equal(a.numbers, b.numbers, [](double x, double y) {
               return std::fabs(x - y) < kSamePx;
           });
}

/// The first difference in words; empty: there is none.
inline QString difference(const Picture& expected, const Picture& got)
{
    const auto shown = [](const std::vector<DrawnThing>& things, std::size_t i) {
        constexpr qsizetype kMost = 300;
        QString text = i < things.size() ? svgText(things[i]) : QStringLiteral("nothing");
        if (text.size() > kMost)
            text = text.left(kMost / 2) + QStringLiteral(" ... ") + text.right(kMost / 2);
        return text;
    };
    if (expected.size != got.size)
        return QStringLiteral("the size: expected %1 x %2, got %3 x %4")
            .arg(expected.size.width())
            .arg(expected.size.height())
            .arg(got.size.width())
            .arg(got.size.height());
    const std::size_t count = std::max(expected.things.size(), got.things.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (i < expected.things.size() && i < got.things.size() && same(expected.things[i], got.things[i]))
            continue;
        QString text = QStringLiteral("element %1 (of %2 expected, %3 got)\n  expected %4\n  got      %5")
                           .arg(i + 1)
                           .arg(expected.things.size())
                           .arg(got.things.size())
                           .arg(shown(expected.things, i), shown(got.things, i));
        return text;
    }
    return {};
}

} // namespace threadscape::golden
