// libfaketime moves the end of a timer by as much as the clock, also that of a clock which it was told to leave alone.
// Once the clock has been moved on, such an end lies before the start of the machine, the kernel refuses it, and a program
// of Swift asks again and again. Loaded before libfaketime, this leaves timers as they are.
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

int timerfd_settime(int descriptor, int flags, const struct itimerspec *value, struct itimerspec *former) {
  return (int)syscall(SYS_timerfd_settime, descriptor, flags, value, former);
}
