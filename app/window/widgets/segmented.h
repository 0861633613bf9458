#pragma once

#include <QButtonGroup>
#include <QWidget>
#include <vector>

namespace threadscape {

/// Segmented control: choices side by side, of which one is checked; or at least one.
class Segmented final : public QWidget {
    Q_OBJECT

public:
    enum class Takes : std::uint8_t { one, several };
    explicit Segmented(const QStringList& labels, QWidget* parent = nullptr)
        : Segmented(labels, Takes::one, parent)
    {
    }
    Segmented(const QStringList& labels, Takes takes, QWidget* parent = nullptr);
    void setIndex(int index);
    int index() const { return m_buttons.checkedId(); }
    /// Takes::several: the checked ones.
    void setTaken(const std::vector<bool>& taken);
    std::vector<bool> taken() const;
    QAbstractButton* button(int index) const { return m_buttons.button(index); }

signals:
    /// Emitted for user input only: checked, or with Takes::several toggled.
    void picked(int index);

private:
    QButtonGroup m_buttons;
};

} // namespace threadscape
