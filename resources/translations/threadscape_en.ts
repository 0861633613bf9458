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
        <source>Do %n withdrawers starve when nobody deposits?</source>
        <translation>
            <numerusform>Does %n withdrawer starve when nobody deposits?</numerusform>
            <numerusform>Do %n withdrawers starve when nobody deposits?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do %n withdrawers starve when one deposits?</source>
        <translation>
            <numerusform>Does %n withdrawer starve when one deposits?</numerusform>
            <numerusform>Do %n withdrawers starve when one deposits?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %n withdrawals, the balance is %1, the longest wait %2.</source>
        <translation>
            <numerusform>So far %n withdrawal, the balance is %1, the longest wait %2.</numerusform>
            <numerusform>So far %n withdrawals, the balance is %1, the longest wait %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the end all of them, for ever: after %n withdrawals too little was left, and nobody deposits. The longest wait was %1.</source>
        <translation>
            <numerusform>In the end all of them, for ever: after %n withdrawal too little was left, and nobody deposits. The longest wait was %1.</numerusform>
            <numerusform>In the end all of them, for ever: after %n withdrawals too little was left, and nobody deposits. The longest wait was %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody starved: nobody withdrew, and %n deposits brought the balance to %1.</source>
        <translation>
            <numerusform>Nobody starved: nobody withdrew, and %n deposit brought the balance to %1.</numerusform>
            <numerusform>Nobody starved: nobody withdrew, and %n deposits brought the balance to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of them: no withdrawal in %n deposits. The longest wait was %1.</source>
        <translation>
            <numerusform>All of them: no withdrawal in %n deposit. The longest wait was %1.</numerusform>
            <numerusform>All of them: no withdrawal in %n deposits. The longest wait was %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of them: nobody deposits. Each of the %n spurious wake-ups was in vain. The longest wait was %1.</source>
        <translation>
            <numerusform>All of them: nobody deposits. The only spurious wake-up was in vain. The longest wait was %1.</numerusform>
            <numerusform>All of them: nobody deposits. Each of the %n spurious wake-ups was in vain. The longest wait was %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some do: %1 of %2 got nothing, while one withdrew %n times. The longest wait was %3.</source>
        <translation>
            <numerusform>Some do: %1 of %2 got nothing, while one withdrew once. The longest wait was %3.</numerusform>
            <numerusform>Some do: %1 of %2 got nothing, while one withdrew %n times. The longest wait was %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: the only withdrawer withdrew %n times. The longest wait was %1.</source>
        <translation>
            <numerusform>No: the only withdrawer withdrew once. The longest wait was %1.</numerusform>
            <numerusform>No: the only withdrawer withdrew %n times. The longest wait was %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some nearly: one withdrew %n times, another only once. The longest wait was %1.</source>
        <translation>
            <numerusform>Some nearly: one withdrew %n time, another only once. The longest wait was %1.</numerusform>
            <numerusform>Some nearly: one withdrew %n times, another only once. The longest wait was %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some nearly: one withdrew %n times, another only %1. The longest wait was %2.</source>
        <translation>
            <numerusform>Some nearly: one withdrew %n time, another only %1. The longest wait was %2.</numerusform>
            <numerusform>Some nearly: one withdrew %n times, another only %1. The longest wait was %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: each withdrew %n times. The longest wait was %1.</source>
        <translation>
            <numerusform>No: each withdrew once. The longest wait was %1.</numerusform>
            <numerusform>No: each withdrew %n times. The longest wait was %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: each withdrew %1 to %n times. The longest wait was %2.</source>
        <translation>
            <numerusform>No: each withdrew %1 to %n time. The longest wait was %2.</numerusform>
            <numerusform>No: each withdrew %1 to %n times. The longest wait was %2.</numerusform>
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
    <message numerus="yes">
        <source>It was not the call that kept the loop longest, but %1, for %2; %n ticks were missed.</source>
        <translation>
            <numerusform>It was not the call that kept the loop longest, but %1, for %2; one tick was missed.</numerusform>
            <numerusform>It was not the call that kept the loop longest, but %1, for %2; %n ticks were missed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broken-pool</name>
    <message numerus="yes">
        <source>So far main has %1 of %n results.</source>
        <translation>
            <numerusform>So far main has %1 of %n result.</numerusform>
            <numerusform>So far main has %1 of %n results.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: main had %1 of %n results.</source>
        <translation>
            <numerusform>Ended early: main had %1 of %n result.</numerusform>
            <numerusform>Ended early: main had %1 of %n results.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody died in time: all %n tasks are done.</source>
        <translation>
            <numerusform>Nobody died in time: the task is done.</numerusform>
            <numerusform>Nobody died in time: all %n tasks are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It died too late: all %n tasks were done.</source>
        <translation>
            <numerusform>It died too late: the task was done.</numerusform>
            <numerusform>It died too late: all %n tasks were done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pool broke %1 after the kill, with %n tasks unfinished; started again, it finished them: all %2 are done.</source>
        <translation>
            <numerusform>The pool broke %1 after the kill, with one task unfinished; started again, it finished it: all %2 are done.</numerusform>
            <numerusform>The pool broke %1 after the kill, with %n tasks unfinished; started again, it finished them: all %2 are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is lost too: all %n tasks ended as broken, %1 after the kill. No process is left, and nobody waits for ever.</source>
        <translation>
            <numerusform>It is lost: the task ended as broken, %1 after the kill. No process is left, and nobody waits for ever.</numerusform>
            <numerusform>It is lost too: all %n tasks ended as broken, %1 after the kill. No process is left, and nobody waits for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is lost too: %1 of %n tasks were done, the other %2 ended as broken, %3 after the kill. No process is left, and nobody waits for ever.</source>
        <translation>
            <numerusform>It is lost too: %1 of %n task was done, the other %2 ended as broken, %3 after the kill. No process is left, and nobody waits for ever.</numerusform>
            <numerusform>It is lost too: %1 of %n tasks were done, the other %2 ended as broken, %3 after the kill. No process is left, and nobody waits for ever.</numerusform>
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
    <message numerus="yes">
        <source>Threads with a core, on average: %1 of %2 from %3 on, the last of %n stretches between changes.</source>
        <translation>
            <numerusform>Threads with a core, on average: %1 of %2 from %3 on, the last of %n stretch between changes.</numerusform>
            <numerusform>Threads with a core, on average: %1 of %2 from %3 on, the last of %n stretches between changes.</numerusform>
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
    <message numerus="yes">
        <source>So far %1 of %n lines.</source>
        <translation>
            <numerusform>So far %1 of %n line.</numerusform>
            <numerusform>So far %1 of %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended after %1 of %n lines.</source>
        <translation>
            <numerusform>Ended after %1 of %n line.</numerusform>
            <numerusform>Ended after %1 of %n lines.</numerusform>
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
        <source>So far: %n rounds, %1 of %2 increments were lost.</source>
        <translation>
            <numerusform>So far: %n round, %1 of %2 increments were lost.</numerusform>
            <numerusform>So far: %n rounds, %1 of %2 increments were lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: it took %n rounds until %1 of %2 increments were lost. A thread read the number, others added to it, and its own sum then overwrote theirs.</source>
        <translation>
            <numerusform>No: it took %n round until %1 of %2 increments were lost. A thread read the number, others added to it, and its own sum then overwrote theirs.</numerusform>
            <numerusform>No: it took %n rounds until %1 of %2 increments were lost. A thread read the number, others added to it, and its own sum then overwrote theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: %1 of %2 increments were lost, in %3 of %n rounds. A thread read the number, others added to it, and its own sum then overwrote theirs.</source>
        <translation>
            <numerusform>No: %1 of %2 increments were lost, in %3 of %n round. A thread read the number, others added to it, and its own sum then overwrote theirs.</numerusform>
            <numerusform>No: %1 of %2 increments were lost, in %3 of %n rounds. A thread read the number, others added to it, and its own sum then overwrote theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This time yes, in all of %n rounds, but only by luck: the threads happened not to collide.</source>
        <translation>
            <numerusform>This time yes, but only by luck: the threads happened not to collide.</numerusform>
            <numerusform>This time yes, in all of %n rounds, but only by luck: the threads happened not to collide.</numerusform>
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
    <message numerus="yes">
        <source>It still moves: %1 of %n transfers.</source>
        <translation>
            <numerusform>It still moves: %1 of %n transfer.</numerusform>
            <numerusform>It still moves: %1 of %n transfers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It moved until it was ended, %n transfers: so far no threads were seen to wait in a circle.</source>
        <translation>
            <numerusform>It moved until it was ended, %n transfer: so far no threads were seen to wait in a circle.</numerusform>
            <numerusform>It moved until it was ended, %n transfers: so far no threads were seen to wait in a circle.</numerusform>
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
        <source>So far: %1 of %n deposits made, the balance is %2.</source>
        <translation>
            <numerusform>So far: %1 of %n deposit made, the balance is %2.</numerusform>
            <numerusform>So far: %1 of %n deposits made, the balance is %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No, %1: up to %n threads had read the balance before any of them wrote.</source>
        <translation>
            <numerusform>No, %1: up to %n thread had read the balance before it wrote.</numerusform>
            <numerusform>No, %1: up to %n threads had read the balance before any of them wrote.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended after %1 of %n deposits: the balance is %2, and nothing is lost.</source>
        <translation>
            <numerusform>Ended after %1 of %n deposit: the balance is %2, and nothing is lost.</numerusform>
            <numerusform>Ended after %1 of %n deposits: the balance is %2, and nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended after %1 of %n deposits: the balance is %2, %3 lost.</source>
        <translation>
            <numerusform>Ended after %1 of %n deposit: the balance is %2, %3 lost.</numerusform>
            <numerusform>Ended after %1 of %n deposits: the balance is %2, %3 lost.</numerusform>
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
    <message numerus="yes">
        <source>So far %1 of %n lines came back.</source>
        <translation>
            <numerusform>So far %1 of %n line came back.</numerusform>
            <numerusform>So far %1 of %n lines came back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not quite: %1 of %n lines were lost.</source>
        <translation>
            <numerusform>Not quite: %1 of %n line was lost.</numerusform>
            <numerusform>Not quite: %1 of %n lines were lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: %1 of %n lines came back.</source>
        <translation>
            <numerusform>Ended early: %1 of %n line came back.</numerusform>
            <numerusform>Ended early: %1 of %n lines came back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can: with %n connections open at once every line came back, half of the %1 within %2. Who waits for a line keeps no thread.</source>
        <translation>
            <numerusform>It can: over one connection every line came back, half of the %1 within %2. Who waits for a line keeps no thread.</numerusform>
            <numerusform>It can: with %n connections open at once every line came back, half of the %1 within %2. Who waits for a line keeps no thread.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>files</name>
    <message numerus="yes">
        <source>%1 is a Chrome trace of %n async events alone, which are not drawn: it has no slices and no counters.</source>
        <translation>
            <numerusform>%1 is a Chrome trace of one async event alone, which is not drawn: it has no slices and no counters.</numerusform>
            <numerusform>%1 is a Chrome trace of %n async events alone, which are not drawn: it has no slices and no counters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is a Chrome trace of %n instants alone, which are not drawn: it has no slices and no counters.</source>
        <translation>
            <numerusform>%1 is a Chrome trace of one instant alone, which is not drawn: it has no slices and no counters.</numerusform>
            <numerusform>%1 is a Chrome trace of %n instants alone, which are not drawn: it has no slices and no counters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is a Chrome trace of %n flow events alone, which are not drawn: it has no slices and no counters.</source>
        <translation>
            <numerusform>%1 is a Chrome trace of one flow event alone, which is not drawn: it has no slices and no counters.</numerusform>
            <numerusform>%1 is a Chrome trace of %n flow events alone, which are not drawn: it has no slices and no counters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is a Chrome trace of %n events that are not drawn (async: %2, instants: %3, flow: %4, others: %5): it has no slices and no counters.</source>
        <translation>
            <numerusform>%1 is a Chrome trace of one event that is not drawn (async: %2, instants: %3, flow: %4, others: %5): it has no slices and no counters.</numerusform>
            <numerusform>%1 is a Chrome trace of %n events that are not drawn (async: %2, instants: %3, flow: %4, others: %5): it has no slices and no counters.</numerusform>
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
        <source>Yes: %1 caught the error, called itself, and waits for the lock that it holds itself. %n other followers need that lock too: %2 of %3 messages were received.</source>
        <translation>
            <numerusform>Yes: %1 caught the error, called itself, and waits for the lock that it holds itself. %n other follower needs that lock too: %2 of %3 messages were received.</numerusform>
            <numerusform>Yes: %1 caught the error, called itself, and waits for the lock that it holds itself. %n other followers need that lock too: %2 of %3 messages were received.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There was no bad message: all %n were processed.</source>
        <translation>
            <numerusform>There was no bad message: the only one was processed.</numerusform>
            <numerusform>There was no bad message: all %n were processed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: %n bad messages were rejected, and the lock was let go of each time. There was no other message.</source>
        <translation>
            <numerusform>No: %n bad message was rejected, and the lock was let go of. There was no other message.</numerusform>
            <numerusform>No: %n bad messages were rejected, and the lock was let go of each time. There was no other message.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>futures</name>
    <message numerus="yes">
        <source>All %n were cancelled before they began.</source>
        <translation>
            <numerusform>It was cancelled before it began.</numerusform>
            <numerusform>All %n were cancelled before they began.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n are done: none failed, and none was cancelled.</source>
        <translation>
            <numerusform>It is done: it did not fail, and nobody cancelled it.</numerusform>
            <numerusform>All %n are done: none failed, and none was cancelled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gather</name>
    <message numerus="yes">
        <source>Not at all, when it awaits one job before it begins the other: %n primes and then the squares of the numbers up to %1 took %2, the sum of both.</source>
        <translation>
            <numerusform>Not at all, when it awaits one job before it begins the other: %n prime and then the squares of the numbers up to %1 took %2, the sum of both.</numerusform>
            <numerusform>Not at all, when it awaits one job before it begins the other: %n primes and then the squares of the numbers up to %1 took %2, the sum of both.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n primes and the squares of the numbers up to %1 took %2: one job had a single number, so there was nothing to take turns at.</source>
        <translation>
            <numerusform>%n prime and the squares of the numbers up to %1 took %2: one job had a single number, so there was nothing to take turns at.</numerusform>
            <numerusform>%n primes and the squares of the numbers up to %1 took %2: one job had a single number, so there was nothing to take turns at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>While one job pauses, it goes on with the other: %n primes and the squares of the numbers up to %1 took %2. The thread went from one task to another %3×.</source>
        <translation>
            <numerusform>While one job pauses, it goes on with the other: %n prime and the squares of the numbers up to %1 took %2. The thread went from one task to another %3×.</numerusform>
            <numerusform>While one job pauses, it goes on with the other: %n primes and the squares of the numbers up to %1 took %2. The thread went from one task to another %3×.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %n primes, in %1.</source>
        <translation>
            <numerusform>So far %n prime, in %1.</numerusform>
            <numerusform>So far %n primes, in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: %n primes, in %1.</source>
        <translation>
            <numerusform>Ended early: %n prime, in %1.</numerusform>
            <numerusform>Ended early: %n primes, in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %n primes and the squares of the numbers up to %1, in %2.</source>
        <translation>
            <numerusform>So far %n prime and the squares of the numbers up to %1, in %2.</numerusform>
            <numerusform>So far %n primes and the squares of the numbers up to %1, in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: %n primes and the squares of the numbers up to %1, in %2.</source>
        <translation>
            <numerusform>Ended early: %n prime and the squares of the numbers up to %1, in %2.</numerusform>
            <numerusform>Ended early: %n primes and the squares of the numbers up to %1, in %2.</numerusform>
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
    <message numerus="yes">
        <source>One lock, held %1 % of the time, changed hands %2 times in %3. What %n threads gain is not resolved: other programs had %4 % of the cores.</source>
        <translation>
            <numerusform>One lock, held %1 % of the time, changed hands %2 times in %3. What %n thread gains is not resolved: other programs had %4 % of the cores.</numerusform>
            <numerusform>One lock, held %1 % of the time, changed hands %2 times in %3. What %n threads gain is not resolved: other programs had %4 % of the cores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One lock, held %1 % of the time, changed hands %2 times in %3. What %n threads gain is not resolved: something slowed one of the two stretches.</source>
        <translation>
            <numerusform>One lock, held %1 % of the time, changed hands %2 times in %3. What %n thread gains is not resolved: something slowed one of the two stretches.</numerusform>
            <numerusform>One lock, held %1 % of the time, changed hands %2 times in %3. What %n threads gain is not resolved: something slowed one of the two stretches.</numerusform>
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
    <message numerus="yes">
        <source>%1 turns a second. One release too many was no error: now %2 threads may pass at a time, not %3.</source>
        <translation>
            <numerusform>%1 turns a second. One release too many was no error: now %2 thread may pass at a time, not %3.</numerusform>
            <numerusform>%1 turns a second. One release too many was no error: now %2 threads may pass at a time, not %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One release too many was no error: now %1 threads may pass at a time, not %2.</source>
        <translation>
            <numerusform>One release too many was no error: now %1 thread may pass at a time, not %2.</numerusform>
            <numerusform>One release too many was no error: now %1 threads may pass at a time, not %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 turns a second; %2 times a thread found it taken, and went away.</source>
        <translation>
            <numerusform>%1 turns a second; %2 time a thread found it taken, and went away.</numerusform>
            <numerusform>%1 turns a second; %2 times a thread found it taken, and went away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 turns a second, each after waiting %2; %3 times a thread waited in vain, and went away.</source>
        <translation>
            <numerusform>%1 turns a second, each after waiting %2; %3 time a thread waited in vain, and went away.</numerusform>
            <numerusform>%1 turns a second, each after waiting %2; %3 times a thread waited in vain, and went away.</numerusform>
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
    <name>parallel</name>
    <message numerus="yes">
        <source>Nobody for long: %1 % of the workers&apos; time was spent waiting for the last. It got %2 times as fast with %n workers.</source>
        <translation>
            <numerusform>Nobody for long: %1 % of the workers&apos; time was spent waiting for the last. It got %2 times as fast with %n worker.</numerusform>
            <numerusform>Nobody for long: %1 % of the workers&apos; time was spent waiting for the last. It got %2 times as fast with %n workers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever has the long items: %1 % of the workers&apos; time was spent waiting for the last. It got %2 times as fast with %n workers.</source>
        <translation>
            <numerusform>Whoever has the long items: %1 % of the workers&apos; time was spent waiting for the last. It got %2 times as fast with %n worker.</numerusform>
            <numerusform>Whoever has the long items: %1 % of the workers&apos; time was spent waiting for the last. It got %2 times as fast with %n workers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whoever is last: %1 % of the workers&apos; time was spent waiting for it. It got %2 times as fast with %n workers.</source>
        <translation>
            <numerusform>Whoever is last: %1 % of the workers&apos; time was spent waiting for it. It got %2 times as fast with %n worker.</numerusform>
            <numerusform>Whoever is last: %1 % of the workers&apos; time was spent waiting for it. It got %2 times as fast with %n workers.</numerusform>
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
    <message numerus="yes">
        <source>Starved: %1 waited %2 of %3 and got its turn %n times; half of its like got theirs %4 times or more in as long.</source>
        <translation>
            <numerusform>Starved: %1 waited %2 of %3 and got its turn once; half of its like got theirs %4 times or more in as long.</numerusform>
            <numerusform>Starved: %1 waited %2 of %3 and got its turn %n times; half of its like got theirs %4 times or more in as long.</numerusform>
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
        <source>So far: %n meals.</source>
        <translation>
            <numerusform>So far: %n meal.</numerusform>
            <numerusform>So far: %n meals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, after %n meals: each of the %1 holds one fork and waits for the neighbour&apos;s, for ever.</source>
        <translation>
            <numerusform>Yes, after one meal: each of the %1 holds one fork and waits for the neighbour&apos;s, for ever.</numerusform>
            <numerusform>Yes, after %n meals: each of the %1 holds one fork and waits for the neighbour&apos;s, for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not this time, %n meals: but nothing kept them from taking a fork each.</source>
        <translation>
            <numerusform>Not this time, %n meal: but nothing kept them from taking a fork each.</numerusform>
            <numerusform>Not this time, %n meals: but nothing kept them from taking a fork each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not together, since forks are taken by their numbers: but in this time %n of them ate nothing, and the luckiest ate %1×.</source>
        <translation>
            <numerusform>Not together, since forks are taken by their numbers: but in this time one of them ate nothing, and the luckiest ate %1×.</numerusform>
            <numerusform>Not together, since forks are taken by their numbers: but in this time %n of them ate nothing, and the luckiest ate %1×.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not together, since the waiter lets all but one reach: but in this time %n of them ate nothing, and the luckiest ate %1×.</source>
        <translation>
            <numerusform>Not together, since the waiter lets all but one reach: but in this time one of them ate nothing, and the luckiest ate %1×.</numerusform>
            <numerusform>Not together, since the waiter lets all but one reach: but in this time %n of them ate nothing, and the luckiest ate %1×.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: each ate %1 to %2 times. Forks are taken by their numbers, so nobody can wait in a circle.</source>
        <translation>
            <numerusform>No: each ate %1 to %2 times. Forks are taken by their numbers, so nobody can wait in a circle.</numerusform>
            <numerusform>No: each ate %1 to %2 times. Forks are taken by their numbers, so nobody can wait in a circle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: each ate %1 to %2 times. The waiter lets all but one reach, so somebody always gets both forks.</source>
        <translation>
            <numerusform>No: each ate %1 to %2 times. The waiter lets all but one reach, so somebody always gets both forks.</numerusform>
            <numerusform>No: each ate %1 to %2 times. The waiter lets all but one reach, so somebody always gets both forks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipe</name>
    <message numerus="yes">
        <source>%1 of %n messages came back changed: that must not be.</source>
        <translation>
            <numerusform>%1 of %n message came back changed: that must not be.</numerusform>
            <numerusform>%1 of %n messages came back changed: that must not be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far %1 there and back, the median of %n rounds.</source>
        <translation>
            <numerusform>So far %1 there and back, once.</numerusform>
            <numerusform>So far %1 there and back, the median of %n rounds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 there and back for %n bytes over %2, once.</source>
        <translation>
            <numerusform>%1 there and back for %n byte over %2, once.</numerusform>
            <numerusform>%1 there and back for %n bytes over %2, once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 there and back for %n bytes over %2: the median of %3 messages.</source>
        <translation>
            <numerusform>%1 there and back for %n byte over %2: the median of %3 messages.</numerusform>
            <numerusform>%1 there and back for %n bytes over %2: the median of %3 messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 there and back for %n bytes over %2, 1 in 100 takes %3 or more: %4 MB each second.</source>
        <translation>
            <numerusform>%1 there and back for %n byte over %2, 1 in 100 takes %3 or more: %4 MB each second.</numerusform>
            <numerusform>%1 there and back for %n bytes over %2, 1 in 100 takes %3 or more: %4 MB each second.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 there and back for %n bytes over %2, 1 in 100 takes %3 or more: each time the system has to wake the other process.</source>
        <translation>
            <numerusform>%1 there and back for %n byte over %2, 1 in 100 takes %3 or more: each time the system has to wake the other process.</numerusform>
            <numerusform>%1 there and back for %n bytes over %2, 1 in 100 takes %3 or more: each time the system has to wake the other process.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>primes</name>
    <message numerus="yes">
        <source>At best %1 of %n cores worked; %2 times as fast. All agree: %3 primes, %4 composite.</source>
        <translation>
            <numerusform>At best %1 of one core worked; %2 times as fast. All agree: %3 primes, %4 composite.</numerusform>
            <numerusform>At best %1 of %n cores worked; %2 times as fast. All agree: %3 primes, %4 composite.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>processes</name>
    <message numerus="yes">
        <source>Processes do not: each made %1 of its own copy, the parent&apos;s is still %2. They ended with exit code %3.</source>
        <translation>
            <numerusform>A process does not: it made %1 of its own copy, the parent&apos;s is still %2. It ended with exit code %3.</numerusform>
            <numerusform>Processes do not: each made %1 of its own copy, the parent&apos;s is still %2. They ended with exit code %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>So far: %n items put, %1 taken, %2 in the queue.</source>
        <translation>
            <numerusform>So far: %n item put, %1 taken, %2 in the queue.</numerusform>
            <numerusform>So far: %n items put, %1 taken, %2 in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody: nobody takes an item. %n fill the queue, the producers wait for room, and join would wait for ever.</source>
        <translation>
            <numerusform>Everybody: nobody takes an item. One fills the queue, the producers wait for room, and join would wait for ever.</numerusform>
            <numerusform>Everybody: nobody takes an item. %n fill the queue, the producers wait for room, and join would wait for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join, for ever: nobody takes the %n items that were put. The other %1 were refused, since the queue was full.</source>
        <translation>
            <numerusform>Join, for ever: nobody takes the one item that was put. Refused, since the queue was full: %1.</numerusform>
            <numerusform>Join, for ever: nobody takes the %n items that were put. The other %1 were refused, since the queue was full.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Join, for ever: %n items were put, and nobody takes them.</source>
        <translation>
            <numerusform>Join, for ever: one item was put, and nobody takes it.</numerusform>
            <numerusform>Join, for ever: %n items were put, and nobody takes them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the end everybody: %n items were taken, and then nobody took any more.</source>
        <translation>
            <numerusform>In the end everybody: one item was taken, and then nobody took any more.</numerusform>
            <numerusform>In the end everybody: %n items were taken, and then nobody took any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: of %n items %1 were put and %2 taken; the queue held %3 at most.</source>
        <translation>
            <numerusform>Ended early, with one item to be put. Put: %1, taken: %2; the queue held %3 at most.</numerusform>
            <numerusform>Ended early: of %n items %1 were put and %2 taken; the queue held %3 at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No producer: %n items of %1 were refused, since the queue was full.</source>
        <translation>
            <numerusform>No producer: %n item of %1 was refused, since the queue was full.</numerusform>
            <numerusform>No producer: %n items of %1 were refused, since the queue was full.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No producer: the queue grew to %n items, and join waited %1 for the last of them.</source>
        <translation>
            <numerusform>No producer: the queue never held more than one item, and join waited %1 for the last.</numerusform>
            <numerusform>No producer: the queue grew to %n items, and join waited %1 for the last of them.</numerusform>
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
    <message numerus="yes">
        <source>Settings were changed %n times while it ran (first %1, at %2; last %3, at %4): the numbers are of the whole run.</source>
        <translation>
            <numerusform>A setting was changed %n time while it ran (first %1, at %2; last %3, at %4): the numbers are of the whole run.</numerusform>
            <numerusform>Settings were changed %n times while it ran (first %1, at %2; last %3, at %4): the numbers are of the whole run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It ended before %n planned changes were made, the first of them at %1.</source>
        <translation>
            <numerusform>It ended before %n planned change was made, at %1.</numerusform>
            <numerusform>It ended before %n planned changes were made, the first of them at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shared-counter</name>
    <message numerus="yes">
        <source>No: it took %n rounds until %1 of %2 increments were lost. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</source>
        <translation>
            <numerusform>No: it took %n round until %1 of %2 increments were lost. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</numerusform>
            <numerusform>No: it took %n rounds until %1 of %2 increments were lost. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No: %1 of %2 increments were lost in %n rounds. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</source>
        <translation>
            <numerusform>No: %1 of %2 increments were lost in %n round. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</numerusform>
            <numerusform>No: %1 of %2 increments were lost in %n rounds. The memory is shared, but reading, adding and writing are three steps, and two processes took the same number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This time yes, all %1 in %n rounds, but only by luck: the processes happened not to collide.</source>
        <translation>
            <numerusform>This time yes, all %1, but only by luck: the processes happened not to collide.</numerusform>
            <numerusform>This time yes, all %1 in %n rounds, but only by luck: the processes happened not to collide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>speedup</name>
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
    <message numerus="yes">
        <source>Before: %1, %n jobs: not resolved, other programs had the cores</source>
        <translation>
            <numerusform>Before: %1, %n job: not resolved, other programs had the cores</numerusform>
            <numerusform>Before: %1, %n jobs: not resolved, other programs had the cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not resolved, other programs had the cores</source>
        <translation>
            <numerusform>%1, %n job: not resolved, other programs had the cores</numerusform>
            <numerusform>%1, %n jobs: not resolved, other programs had the cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: not resolved, measured once</source>
        <translation>
            <numerusform>Before: %1, %n job: not resolved, measured once</numerusform>
            <numerusform>Before: %1, %n jobs: not resolved, measured once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not resolved, measured once</source>
        <translation>
            <numerusform>%1, %n job: not resolved, measured once</numerusform>
            <numerusform>%1, %n jobs: not resolved, measured once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: refused, faster than is possible</source>
        <translation>
            <numerusform>Before: %1, %n job: refused, faster than is possible</numerusform>
            <numerusform>Before: %1, %n jobs: refused, faster than is possible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: refused, faster than is possible</source>
        <translation>
            <numerusform>%1, %n job: refused, faster than is possible</numerusform>
            <numerusform>%1, %n jobs: refused, faster than is possible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before: %1, %n jobs: not resolved, the samples differ too much</source>
        <translation>
            <numerusform>Before: %1, %n job: not resolved, the samples differ too much</numerusform>
            <numerusform>Before: %1, %n jobs: not resolved, the samples differ too much</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n jobs: not resolved, the samples differ too much</source>
        <translation>
            <numerusform>%1, %n job: not resolved, the samples differ too much</numerusform>
            <numerusform>%1, %n jobs: not resolved, the samples differ too much</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time.</source>
        <translation>
            <numerusform>On one core it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time.</numerusform>
            <numerusform>On %n cores it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast (95 %: %2 to %3) with %4 at a time, whichever way.</source>
        <translation>
            <numerusform>On one core it gets %1 times as fast (95 %: %2 to %3) with %4 at a time, whichever way.</numerusform>
            <numerusform>On %n cores it gets %1 times as fast (95 %: %2 to %3) with %4 at a time, whichever way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time. Threads under one interpreter lock: %6 times.</source>
        <translation>
            <numerusform>On one core it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time. Threads under one interpreter lock: %6 times.</numerusform>
            <numerusform>On %n cores it gets %1 times as fast (95 %: %2 to %3): %4, %5 at a time. Threads under one interpreter lock: %6 times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n cores it gets %1 times as fast (95 %: %2 to %3) with %4 at a time. Threads under one interpreter lock: %5 times.</source>
        <translation>
            <numerusform>On one core it gets %1 times as fast (95 %: %2 to %3) with %4 at a time. Threads under one interpreter lock: %5 times.</numerusform>
            <numerusform>On %n cores it gets %1 times as fast (95 %: %2 to %3) with %4 at a time. Threads under one interpreter lock: %5 times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points are refused, and not drawn: they came out faster than is possible, so what they are compared with was disturbed.</source>
        <translation>
            <numerusform>One point is refused, and not drawn: it came out faster than is possible, so what it is compared with was disturbed.</numerusform>
            <numerusform>%n points are refused, and not drawn: they came out faster than is possible, so what they are compared with was disturbed.</numerusform>
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
    <message numerus="yes">
        <source>The flag is set: %1 of %n threads have looked, and ended.</source>
        <translation>
            <numerusform>The flag is set: %1 of %n thread has looked, and ended.</numerusform>
            <numerusform>The flag is set: %1 of %n threads have looked, and ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: %1 of %n threads had seen the flag.</source>
        <translation>
            <numerusform>Ended early: %1 of %n thread had seen the flag.</numerusform>
            <numerusform>Ended early: %1 of %n threads had seen the flag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So far: %n steps, and nobody has asked them to stop.</source>
        <translation>
            <numerusform>So far: %n step, and nobody has asked them to stop.</numerusform>
            <numerusform>So far: %n steps, and nobody has asked them to stop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early, after %n steps: nobody had asked them to stop.</source>
        <translation>
            <numerusform>Ended early, after %n step: nobody had asked them to stop.</numerusform>
            <numerusform>Ended early, after %n steps: nobody had asked them to stop.</numerusform>
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
        <source>That cannot be told now: other programs had %1 % of the cores, and %n threads had %2 of %3. %4 thumbnails took %5.</source>
        <translation>
            <numerusform>That cannot be told now: other programs had %1 % of the cores, and one thread had %2 of %3. %4 thumbnails took %5.</numerusform>
            <numerusform>That cannot be told now: other programs had %1 % of the cores, and %n threads had %2 of %3. %4 thumbnails took %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n: there are no more pictures to share out. %1 of %2 cores were busy, and %3 thumbnails took %4.</source>
        <translation>
            <numerusform>No more than %n: there is one picture. %1 of %2 cores were busy, and %3 thumbnails took %4.</numerusform>
            <numerusform>No more than %n: there are no more pictures to share out. %1 of %2 cores were busy, and %3 thumbnails took %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads had %1 of %2 cores busy, and some had nothing left to do at the end. %3 thumbnails took %4.</source>
        <translation>
            <numerusform>One thread had %1 of %2 cores busy, and nothing left to do at the end. %3 thumbnails took %4.</numerusform>
            <numerusform>%n threads had %1 of %2 cores busy, and some had nothing left to do at the end. %3 thumbnails took %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message numerus="yes">
        <source>%n slices are too small here</source>
        <translation>
            <numerusform>%n slice is too small here</numerusform>
            <numerusform>%n slices are too small here</numerusform>
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
        <source>So far the titles of %1 of %n pages.</source>
        <translation>
            <numerusform>So far the titles of %1 of %n page.</numerusform>
            <numerusform>So far the titles of %1 of %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended early: the titles of %1 of %n pages, in %2.</source>
        <translation>
            <numerusform>Ended early: the titles of %1 of %n page, in %2.</numerusform>
            <numerusform>Ended early: the titles of %1 of %n pages, in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No title came: all %n pages failed, in %1.</source>
        <translation>
            <numerusform>No title came: the page failed, in %1.</numerusform>
            <numerusform>No title came: all %n pages failed, in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Titles: %1, in %2. %n pages failed, and kept nobody else from arriving.</source>
        <translation>
            <numerusform>Titles: %1, in %2. %n page failed, and kept nobody else from arriving.</numerusform>
            <numerusform>Titles: %1, in %2. %n pages failed, and kept nobody else from arriving.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n titles: while one page is awaited, the same thread asks for the others.</source>
        <translation>
            <numerusform>%1 for %n title: while one page is awaited, the same thread asks for the others.</numerusform>
            <numerusform>%1 for %n titles: while one page is awaited, the same thread asks for the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n titles: each worker waits for one page at a time.</source>
        <translation>
            <numerusform>%1 for %n title: each worker waits for one page at a time.</numerusform>
            <numerusform>%1 for %n titles: each worker waits for one page at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n titles: a page is asked for when the one before has come.</source>
        <translation>
            <numerusform>%1 for %n title: a page is asked for when the one before has come.</numerusform>
            <numerusform>%1 for %n titles: a page is asked for when the one before has come.</numerusform>
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
    <message numerus="yes">
        <source>%1 of %n slices in %2, recorded elsewhere, are drawn. Whether a thread ran or waited meanwhile is not in the file.</source>
        <translation>
            <numerusform>%1 of %n slice in %2, recorded elsewhere, is drawn. Whether a thread ran or waited meanwhile is not in the file.</numerusform>
            <numerusform>%1 of %n slices in %2, recorded elsewhere, are drawn. Whether a thread ran or waited meanwhile is not in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices are not drawn: they lie deeper than four levels.</source>
        <translation>
            <numerusform>%n slice is not drawn: it lies deeper than four levels.</numerusform>
            <numerusform>%n slices are not drawn: they lie deeper than four levels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices are not drawn: there are more than %1 threads.</source>
        <translation>
            <numerusform>%n slice is not drawn: there are more than %1 threads.</numerusform>
            <numerusform>%n slices are not drawn: there are more than %1 threads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The slices are not properly nested: %n of them begin within another one of their thread and end after it.</source>
        <translation>
            <numerusform>The slices are not properly nested: one of them begins within another one of its thread and ends after it.</numerusform>
            <numerusform>The slices are not properly nested: %n of them begin within another one of their thread and end after it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n async events are not drawn.</source>
        <translation>
            <numerusform>%n async event is not drawn.</numerusform>
            <numerusform>%n async events are not drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instants are not drawn.</source>
        <translation>
            <numerusform>%n instant is not drawn.</numerusform>
            <numerusform>%n instants are not drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flow events are not drawn.</source>
        <translation>
            <numerusform>%n flow event is not drawn.</numerusform>
            <numerusform>%n flow events are not drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events of other kinds are not drawn.</source>
        <translation>
            <numerusform>%n event of another kind is not drawn.</numerusform>
            <numerusform>%n events of other kinds are not drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ends of slices are not drawn: they have no begin.</source>
        <translation>
            <numerusform>%n end of a slice is not drawn: it has no begin.</numerusform>
            <numerusform>%n ends of slices are not drawn: they have no begin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices are drawn without their names: there are too many different ones.</source>
        <translation>
            <numerusform>%n slice is drawn without its name: there are too many different ones.</numerusform>
            <numerusform>%n slices are drawn without their names: there are too many different ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n counters are drawn.</source>
        <translation>
            <numerusform>%1 of %n counter is drawn.</numerusform>
            <numerusform>%1 of %n counters are drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of counters are not drawn: they are no numbers, or too large.</source>
        <translation>
            <numerusform>%n value of a counter is not drawn: it is no number, or too large.</numerusform>
            <numerusform>%n values of counters are not drawn: they are no numbers, or too large.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of counters are rounded: others of the same counter are far larger.</source>
        <translation>
            <numerusform>%n value of a counter is rounded: others of the same counter are far larger.</numerusform>
            <numerusform>%n values of counters are rounded: others of the same counter are far larger.</numerusform>
        </translation>
    </message>
</context>
</TS>
