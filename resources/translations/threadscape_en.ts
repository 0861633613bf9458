<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ExperimentWords</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n jobs</source>
        <comment>what a speedup compares</comment>
        <translation>
            <numerusform>%1, %n job</numerusform>
            <numerusform>%1, up to %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bank</name>
    <message numerus="yes">
        <source>Do %n withdrawers starve when %1 deposit?</source>
        <translation>
            <numerusform>Does %n withdrawer starve when %1 deposit?</numerusform>
            <numerusform>Do %n withdrawers starve when %1 deposit?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse: the balance fell below zero %n times. A woken withdrawer took its money without looking again, after another had taken it.</source>
        <translation>
            <numerusform>Worse: the balance fell below zero once. A woken withdrawer took its money without looking again, after another had taken it.</numerusform>
            <numerusform>Worse: the balance fell below zero %n times. A woken withdrawer took its money without looking again, after another had taken it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some do: %n withdrawers got nothing, while one withdrew %1 times. The longest wait was %2.</source>
        <translation>
            <numerusform>Some do: one withdrawer got nothing, while another withdrew %1 times. The longest wait was %2.</numerusform>
            <numerusform>Some do: %n withdrawers got nothing, while one withdrew %1 times. The longest wait was %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>blocking-call</name>
    <message numerus="yes">
        <source>Everything: while %1 kept the loop, for up to %2, none of the others went on. %n ticks were missed.</source>
        <translation>
            <numerusform>Everything: while %1 kept the loop, for up to %2, none of the others went on. %n tick was missed.</numerusform>
            <numerusform>Everything: while %1 kept the loop, for up to %2, none of the others went on. %n ticks were missed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cores</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What do %n threads do on %1 cores?</source>
        <translation>
            <numerusform>What does %n thread do on %1 cores?</numerusform>
            <numerusform>What do %n threads do on %1 cores?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They run side by side: on average %1 of %n threads had a core, and %2 wanted one for %3 of %4.</source>
        <translation>
            <numerusform>It has a core to itself: on average %1 of %n thread had one, and %2 wanted one for %3 of %4.</numerusform>
            <numerusform>They run side by side: on average %1 of %n threads had a core, and %2 wanted one for %3 of %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far: on average %1 of %n threads have a core; %2 has wanted one for %3 of %4.</source>
        <translation>
            <numerusform>So far: on average %1 of %n thread has a core; %2 has wanted one for %3 of %4.</numerusform>
            <numerusform>So far: on average %1 of %n threads have a core; %2 has wanted one for %3 of %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They take turns: on average %1 of %n threads had a core. %2 wanted a core for %3 of %4.</source>
        <translation>
            <numerusform>It takes turns with others: on average %1 of %n thread had a core. %2 wanted a core for %3 of %4.</numerusform>
            <numerusform>They take turns: on average %1 of %n threads had a core. %2 wanted a core for %3 of %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countdown</name>
    <message numerus="yes">
        <source>Not for daemons: main was through after %1, and the program&apos;s end cut off %n threads after %2 of their %3 lines.</source>
        <translation>
            <numerusform>Not for daemons: main was through after %1, and the program&apos;s end cut off %n thread after %2 of its %3 lines.</numerusform>
            <numerusform>Not for daemons: main was through after %1, and the program&apos;s end cut off %n threads after %2 of their %3 lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counter</name>
    <message numerus="yes">
        <source>Yes, in all of %n rounds: the lock lets one thread at a time read and write.</source>
        <translation>
            <numerusform>Yes: the lock lets one thread at a time read and write.</numerusform>
            <numerusform>Yes, in all of %n rounds: the lock lets one thread at a time read and write.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, in all of %n rounds: each increment is one step that nobody interrupts.</source>
        <translation>
            <numerusform>Yes: each increment is one step that nobody interrupts.</numerusform>
            <numerusform>Yes, in all of %n rounds: each increment is one step that nobody interrupts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This time, in all of %n rounds: but only luck kept the threads apart.</source>
        <translation>
            <numerusform>This time: but only luck kept the threads apart.</numerusform>
            <numerusform>This time, in all of %n rounds: but only luck kept the threads apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deadlock</name>
    <message numerus="yes">
        <source>It moves, %n transfers: who takes the locks always in the same order never waits in a circle.</source>
        <translation>
            <numerusform>It moves, %n transfer: who takes the locks always in the same order never waits in a circle.</numerusform>
            <numerusform>It moves, %n transfers: who takes the locks always in the same order never waits in a circle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It moved this time, %n transfers: but only luck kept the threads from taking two locks crosswise.</source>
        <translation>
            <numerusform>It moved this time, %n transfer: but only luck kept the threads from taking two locks crosswise.</numerusform>
            <numerusform>It moved this time, %n transfers: but only luck kept the threads from taking two locks crosswise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deposit</name>
    <message numerus="yes">
        <source>Do %n deposits of %1 make %2?</source>
        <translation>
            <numerusform>Does %n deposit of %1 make %2?</numerusform>
            <numerusform>Do %n deposits of %1 make %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No, %1: up to %n threads read the same balance before any wrote.</source>
        <translation>
            <numerusform>No, %1: at times a thread read a balance that another was about to change.</numerusform>
            <numerusform>No, %1: up to %n threads read the same balance before any wrote.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>echo</name>
    <message numerus="yes">
        <source>Can one thread serve %n clients?</source>
        <translation>
            <numerusform>Can one thread serve %n client?</numerusform>
            <numerusform>Can one thread serve %n clients?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>follow</name>
    <message numerus="yes">
        <source>No: %n bad messages were rejected, the lock was let go of each time, and the other %1 of %2 were processed.</source>
        <translation>
            <numerusform>No: %n bad message was rejected, the lock was let go of, and the other %1 of %2 were processed.</numerusform>
            <numerusform>No: %n bad messages were rejected, the lock was let go of each time, and the other %1 of %2 were processed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes: %1 died of a bad message with the lock held. %n others wait for that lock for ever, and the workers for messages: %2 of %3 were received.</source>
        <translation>
            <numerusform>Yes: %1 died of a bad message with the lock held. %n other waits for that lock for ever, and the workers for messages: %2 of %3 were received.</numerusform>
            <numerusform>Yes: %1 died of a bad message with the lock held. %n others wait for that lock for ever, and the workers for messages: %2 of %3 were received.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gil</name>
    <message numerus="yes">
        <source>Why are %n threads no faster than one?</source>
        <translation>
            <numerusform>Why is %n thread no faster than one?</numerusform>
            <numerusform>Why are %n threads no faster than one?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far: one lock, held %1 % of the time, has changed hands %2 times in %3; %n threads do %4 times as much as one.</source>
        <translation>
            <numerusform>So far: one lock, held %1 % of the time, has changed hands %2 times in %3; %n thread does %4 times as much as one.</numerusform>
            <numerusform>So far: one lock, held %1 % of the time, has changed hands %2 times in %3; %n threads do %4 times as much as one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are faster: they calculate without the lock, held %1 % of the time, and %n threads did %4 times as much as one.</source>
        <translation>
            <numerusform>It is faster: it calculates without the lock, held %1 % of the time, and %n thread did %4 times as much as one.</numerusform>
            <numerusform>They are faster: they calculate without the lock, held %1 % of the time, and %n threads did %4 times as much as one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are faster, as who waits for input and output lets go of the lock: held %1 % of the time, it changed hands %2 times in %3, and %n threads did %4 times as much as one.</source>
        <translation>
            <numerusform>It is faster, as who waits for input and output lets go of the lock: held %1 % of the time, it changed hands %2 times in %3, and %n thread did %4 times as much as one.</numerusform>
            <numerusform>They are faster, as who waits for input and output lets go of the lock: held %1 % of the time, it changed hands %2 times in %3, and %n threads did %4 times as much as one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One lock, held %1 % of the time, changed hands %2 times in %3: %n threads did %4 times as much as one.</source>
        <translation>
            <numerusform>One lock, held %1 % of the time, changed hands %2 times in %3: %n thread did %4 times as much as one.</numerusform>
            <numerusform>One lock, held %1 % of the time, changed hands %2 times in %3: %n threads did %4 times as much as one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>http</name>
    <message numerus="yes">
        <source>It led on to other addresses more than %n times.</source>
        <translation>
            <numerusform>It led on to another address more than %n time.</numerusform>
            <numerusform>It led on to other addresses more than %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>locks</name>
    <message numerus="yes">
        <source>What do %n threads gain from %1 permits?</source>
        <translation>
            <numerusform>What does %n thread gain from %1 permits?</numerusform>
            <numerusform>What do %n threads gain from %1 permits?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What do %n threads gain from one lock?</source>
        <translation>
            <numerusform>What does %n thread gain from one lock?</numerusform>
            <numerusform>What do %n threads gain from one lock?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n would: %1 turns a second, each after waiting %2 for %3 of work.</source>
        <translation>
            <numerusform>No more than %n would: %1 turns a second, each after waiting %2 for %3 of work.</numerusform>
            <numerusform>No more than %n would: %1 turns a second, each after waiting %2 for %3 of work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What do %n threads gain when %1 % of their turns only read?</source>
        <translation>
            <numerusform>What does %n thread gain when %1 % of its turns only read?</numerusform>
            <numerusform>What do %n threads gain when %1 % of their turns only read?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>message</name>
    <message numerus="yes">
        <source>Message %1 to %2 over %3: %n bytes, when it was sent is not known</source>
        <translation>
            <numerusform>Message %1 to %2 over %3: %n byte, when it was sent is not known</numerusform>
            <numerusform>Message %1 to %2 over %3: %n bytes, when it was sent is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message %1 from %2 over %3: %n bytes, was never received</source>
        <translation>
            <numerusform>Message %1 from %2 over %3: %n byte, was never received</numerusform>
            <numerusform>Message %1 from %2 over %3: %n bytes, was never received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message %1 from %2 over %3: %n bytes, not received yet</source>
        <translation>
            <numerusform>Message %1 from %2 over %3: %n byte, not received yet</numerusform>
            <numerusform>Message %1 from %2 over %3: %n bytes, not received yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Message %1 from %2 to %3 over %4: %n bytes, took %5</source>
        <translation>
            <numerusform>Message %1 from %2 to %3 over %4: %n byte, took %5</numerusform>
            <numerusform>Message %1 from %2 to %3 over %4: %n bytes, took %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pattern</name>
    <message numerus="yes">
        <source>Oversubscribed: %1 threads wanted to run at a time, on average, on %n cores; %2 was one of them for %3.</source>
        <translation>
            <numerusform>Oversubscribed: %1 threads wanted to run at a time, on average, on %n core; %2 was one of them for %3.</numerusform>
            <numerusform>Oversubscribed: %1 threads wanted to run at a time, on average, on %n cores; %2 was one of them for %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Useless wake-ups: of the %n times that %1 was woken on %2, it went back to wait %3 times.</source>
        <translation>
            <numerusform>Useless wake-ups: of the %n time that %1 was woken on %2, it went back to wait %3 times.</numerusform>
            <numerusform>Useless wake-ups: of the %n times that %1 was woken on %2, it went back to wait %3 times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n: %1</source>
        <translation>
            <numerusform>all %n: %1</numerusform>
            <numerusform>all %n: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Oversubscribed: %1 threads wanted to run at a time, on average, on %n cores; %2 wanted a core for %3 of %4 and had none.</source>
        <translation>
            <numerusform>Oversubscribed: %1 threads wanted to run at a time, on average, on %n core; %2 wanted a core for %3 of %4 and had none.</numerusform>
            <numerusform>Oversubscribed: %1 threads wanted to run at a time, on average, on %n cores; %2 wanted a core for %3 of %4 and had none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>philosophers</name>
    <message numerus="yes">
        <source>Can %n polite philosophers starve together?</source>
        <translation>
            <numerusform>Can %n polite philosopher starve?</numerusform>
            <numerusform>Can %n polite philosophers starve together?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, before anybody has eaten: each of the %n holds one fork and waits for the neighbour&apos;s, for ever.</source>
        <translation>
            <numerusform>Yes, before anybody has eaten: the only one holds one fork and waits for another, for ever.</numerusform>
            <numerusform>Yes, before anybody has eaten: each of the %n holds one fork and waits for the neighbour&apos;s, for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, after %1 meals: each of the %n holds one fork and waits for the neighbour&apos;s, for ever.</source>
        <translation>
            <numerusform>Yes, after %1 meals: the only one holds one fork and waits for another, for ever.</numerusform>
            <numerusform>Yes, after %1 meals: each of the %n holds one fork and waits for the neighbour&apos;s, for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far: %n meals.</source>
        <translation>
            <numerusform>So far: %n meal.</numerusform>
            <numerusform>So far: %n meals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not this time, %n meals: but only luck kept them from taking a fork each.</source>
        <translation>
            <numerusform>Not this time, %n meal: but only luck kept them from taking a fork each.</numerusform>
            <numerusform>Not this time, %n meals: but only luck kept them from taking a fork each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>Nobody: %n items of %1 were refused, since the queue was full.</source>
        <translation>
            <numerusform>Nobody: %n item of %1 was refused, since the queue was full.</numerusform>
            <numerusform>Nobody: %n items of %1 were refused, since the queue was full.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runner</name>
    <message numerus="yes">
        <source>The system refused another thread after the %n that run. Lower the number of threads below that.</source>
        <translation>
            <numerusform>The system refused another thread after the one that runs. Lower the number of threads.</numerusform>
            <numerusform>The system refused another thread after the %n that run. Lower the number of threads below that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n threads wait, and nobody is left to wake them.</source>
        <translation>
            <numerusform>The only thread waits, and nobody is left to wake it.</numerusform>
            <numerusform>All %n threads wait, and nobody is left to wake them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads wait in a circle, each for a lock that the next one holds: %1.</source>
        <translation>
            <numerusform>%n thread waits in a circle, for a lock that it holds: %1.</numerusform>
            <numerusform>%n threads wait in a circle, each for a lock that the next one holds: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs of locks were taken in both orders, which can deadlock: %1 took %2 before %3, and %4 took %3 before %2.</source>
        <translation>
            <numerusform>Two locks were taken in both orders, which can deadlock: %1 took %2 before %3, and %4 took %3 before %2.</numerusform>
            <numerusform>%n pairs of locks were taken in both orders, which can deadlock: %1 took %2 before %3, and %4 took %3 before %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>speedup</name>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast at best (%2, %3 at a time). Threads under one interpreter lock: %4 times.</source>
        <translation>
            <numerusform>On %n core it gets %1 times as fast at best (%2, %3 at a time). Threads under one interpreter lock: %4 times.</numerusform>
            <numerusform>On %n cores it gets %1 times as fast at best (%2, %3 at a time). Threads under one interpreter lock: %4 times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast at best (%2, %3 at a time).</source>
        <translation>
            <numerusform>On %n core it gets %1 times as fast at best (%2, %3 at a time).</numerusform>
            <numerusform>On %n cores it gets %1 times as fast at best (%2, %3 at a time).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: %2× as fast (95 %: %3× to %4×)</source>
        <translation>
            <numerusform>Before: %1, %n job: %2× as fast (95 %: %3× to %4×)</numerusform>
            <numerusform>Before: %1, %n jobs: %2× as fast (95 %: %3× to %4×)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: %2× as fast (95 %: %3× to %4×)</source>
        <translation>
            <numerusform>%1, %n job: %2× as fast (95 %: %3× to %4×)</numerusform>
            <numerusform>%1, %n jobs: %2× as fast (95 %: %3× to %4×)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Median %1; mean of %n runs %2 ± %3</source>
        <translation>
            <numerusform>Median %1; mean of %n run %2 ± %3</numerusform>
            <numerusform>Median %1; mean of %n runs %2 ± %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starting %n workers: %1, not counted</source>
        <translation>
            <numerusform>Starting %n worker: %1, not counted</numerusform>
            <numerusform>Starting %n workers: %1, not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A lock is held for %1, and allows %n workers %2× at most</source>
        <translation>
            <numerusform>A lock is held for %1, and allows %n worker %2× at most</numerusform>
            <numerusform>A lock is held for %1, and allows %n workers %2× at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Handing out takes %1, and allows %n workers %2× at most</source>
        <translation>
            <numerusform>Handing out takes %1, and allows %n worker %2× at most</numerusform>
            <numerusform>Handing out takes %1, and allows %n workers %2× at most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>stretches</name>
    <message numerus="yes">
        <source>%n jobs: the middle sample of each, on one scale</source>
        <translation>
            <numerusform>%n job: the middle sample of each, on one scale</numerusform>
            <numerusform>%n jobs: the middle sample of each, on one scale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not measured yet</source>
        <translation>
            <numerusform>%1, %n job: not measured yet</numerusform>
            <numerusform>%1, %n jobs: not measured yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: %2; a click opens its timeline</source>
        <translation>
            <numerusform>%1, %n job: %2; a click opens its timeline</numerusform>
            <numerusform>%1, %n jobs: %2; a click opens its timeline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not measured</source>
        <translation>
            <numerusform>%1, %n job: not measured</numerusform>
            <numerusform>%1, %n jobs: not measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: %2, timed inside Python, whose workers are not seen</source>
        <translation>
            <numerusform>%1, %n job: %2, timed inside Python, whose workers are not seen</numerusform>
            <numerusform>%1, %n jobs: %2, timed inside Python, whose workers are not seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>terminate</name>
    <message numerus="yes">
        <source>You ask, and wait until it looks: of %n threads that look every %1 the last ended %2 after the flag was set.</source>
        <translation>
            <numerusform>You ask, and wait until it looks: a thread that looks every %1 ended %2 after the flag was set.</numerusform>
            <numerusform>You ask, and wait until it looks: of %n threads that look every %1 the last ended %2 after the flag was set.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>threadscape::SettingsPanel</name>
    <message numerus="yes">
        <source>More (%n)</source>
        <comment>settings that are not shown</comment>
        <translation>
            <numerusform>More (%n)</numerusform>
            <numerusform>More (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>threadscape::StatusLine</name>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events were lost: they came faster than they could be recorded. They are hatched in the picture; lock totals and findings count them all. Longer pauses lose none.</source>
        <translation>
            <numerusform>One event was lost: it came faster than it could be recorded. It is hatched in the picture; lock totals and findings count it. Longer pauses lose none.</numerusform>
            <numerusform>%n events were lost: they came faster than they could be recorded. They are hatched in the picture; lock totals and findings count them all. Longer pauses lose none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n older spans only the totals are left: the recording is as large as it may be. A shorter run keeps them all.</source>
        <translation>
            <numerusform>Of one older span only the totals are left: the recording is as large as it may be. A shorter run keeps them all.</numerusform>
            <numerusform>Of %n older spans only the totals are left: the recording is as large as it may be. A shorter run keeps them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processes</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n switches between threads were lost: the system could not keep them. Near them it is not certain who had a core. Fewer switches lose none.</source>
        <translation>
            <numerusform>%n switch between threads was lost: the system could not keep it. Near it it is not certain who had a core. Fewer switches lose none.</numerusform>
            <numerusform>%n switches between threads were lost: the system could not keep them. Near them it is not certain who had a core. Fewer switches lose none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tasks</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>thumbnails</name>
    <message numerus="yes">
        <source>How many workers do %n pictures need?</source>
        <translation>
            <numerusform>How many workers does %n picture need?</numerusform>
            <numerusform>How many workers do %n pictures need?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 thumbnails in %2; %n pictures failed, and the others were done all the same. The first: %3, %4.</source>
        <translation>
            <numerusform>%1 thumbnails in %2; %n picture failed, and the others were done all the same: %3, %4.</numerusform>
            <numerusform>%1 thumbnails in %2; %n pictures failed, and the others were done all the same. The first: %3, %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than keep the cores busy: %n threads had %1 of %2 cores at work, as fewer would. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>No more than keep the cores busy: %n thread had %1 of %2 cores at work. %3 thumbnails took %4.</numerusform>
            <numerusform>No more than keep the cores busy: %n threads had %1 of %2 cores at work, as fewer would. %3 thumbnails took %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads are enough: they kept %1 of %2 cores busy. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>%n thread is enough: it kept %1 of %2 cores busy. %3 thumbnails took %4.</numerusform>
            <numerusform>%n threads are enough: they kept %1 of %2 cores busy. %3 thumbnails took %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n: with so many, %1 of %2 cores were busy on average, and %3 thumbnails took %4.</source>
        <translation>
            <numerusform>More than %n: alone it kept %1 of %2 cores busy, and %3 thumbnails took %4.</numerusform>
            <numerusform>More than %n: with so many, %1 of %2 cores were busy on average, and %3 thumbnails took %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Perhaps more than %n: they waited for the disk, with %1 of %2 cores busy. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>Perhaps more than %n: it waited for the disk, with %1 of %2 cores busy. %3 thumbnails took %4.</numerusform>
            <numerusform>Perhaps more than %n: they waited for the disk, with %1 of %2 cores busy. %3 thumbnails took %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That cannot be told now: %n threads had %1 of %2 cores, and other programs the rest. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>That cannot be told now: %n thread had %1 of %2 cores, and other programs the rest. %3 thumbnails took %4.</numerusform>
            <numerusform>That cannot be told now: %n threads had %1 of %2 cores, and other programs the rest. %3 thumbnails took %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>titles</name>
    <message numerus="yes">
        <source>%n pages: how long together?</source>
        <translation>
            <numerusform>%n page: how long?</numerusform>
            <numerusform>%n pages: how long together?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages at %1 ms each: how long together?</source>
        <translation>
            <numerusform>%n page at %1 ms: how long?</numerusform>
            <numerusform>%n pages at %1 ms each: how long together?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Titles: %1, in %2. %n pages failed, each for a reason of its own, and kept nobody else from arriving.</source>
        <translation>
            <numerusform>Titles: %1, in %2. %n page failed, and kept nobody else from arriving.</numerusform>
            <numerusform>Titles: %1, in %2. %n pages failed, each for a reason of its own, and kept nobody else from arriving.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trace</name>
    <message numerus="yes">
        <source>%n values of counters in %1, recorded elsewhere.</source>
        <translation>
            <numerusform>One value of a counter in %1, recorded elsewhere.</numerusform>
            <numerusform>%n values of counters in %1, recorded elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices in %1, recorded elsewhere. Whether a thread ran or waited meanwhile is not in the file.</source>
        <translation>
            <numerusform>One slice in %1, recorded elsewhere. Whether a thread ran or waited meanwhile is not in the file.</numerusform>
            <numerusform>%n slices in %1, recorded elsewhere. Whether a thread ran or waited meanwhile is not in the file.</numerusform>
        </translation>
    </message>
</context>
</TS>
