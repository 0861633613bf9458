#include "lab/kit/mailbox.h"

#include "base/text.h"

#include <algorithm>

namespace threadscape {

namespace {

constexpr std::size_t kHead = sizeof(std::uint64_t); // before the message: whose turn it is

} // namespace

Mailbox::Mailbox(Runtime& runtime, std::size_t bytes)
    : m_lock(runtime, TS_NAME("name", "Lock")),
      m_changed(runtime, TS_NAME("name", "Turn"), m_lock),
      m_block(runtime, TS_NAME("name", "Memory"), kHead + bytes),
      m_answer(bytes)
{
}

Mailbox::Mailbox(WorkerContext& context)
    : m_lock(context.take(0)), m_changed(context.take(1), m_lock), m_block(context.take(2))
{
}

std::vector<Handout> Mailbox::handouts() const
{
    return {m_lock.handout(), m_changed.handout(), m_block.handout()};
}

std::span<const std::byte> Mailbox::exchange(std::span<const std::byte> message)
{
    const std::scoped_lock held(m_lock);
    std::ranges::copy(message, this->message().begin());
    give(Turn::theirs);
    while (turn() == Turn::theirs)
        m_changed.wait();
    std::ranges::copy(this->message(), m_answer.begin());
    return m_answer;
}

void Mailbox::end()
{
    const std::scoped_lock held(m_lock);
    give(Turn::over);
}

bool Mailbox::answer(const std::function<void(std::span<std::byte>)>& intoAnswer)
{
    const std::scoped_lock held(m_lock);
    while (turn() == Turn::ours)
        m_changed.wait();
    if (turn() == Turn::over)
        return false;
    intoAnswer(message());
    give(Turn::ours);
    return true;
}

std::span<std::byte> Mailbox::message() const noexcept
{
    return m_block.bytes().subspan(kHead);
}

void Mailbox::give(Turn turn)
{
    m_block.bytes()[0] = static_cast<std::byte>(turn);
    m_changed.notifyOne();
}

} // namespace threadscape
