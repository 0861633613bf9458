#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace threadscape {

/// Lays widgets out in lines, like words in a paragraph.
class FlowLayout final : public QLayout {
public:
    explicit FlowLayout(int spacing) : m_spacing(spacing) { setContentsMargins(0, 0, 0, 0); }

    void addItem(QLayoutItem* item) override { m_items.emplace_back(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    // Returns the height.
    int place(const QRect& rect, bool move) const;

    int m_spacing;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace threadscape
