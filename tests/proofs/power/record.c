// Loaded before a process's own libraries (LD_PRELOAD). Writes down, in order, all that the process
// does to the files below AMENDS_RECORD_FOLDER, and what it says on its standard output, into
// AMENDS_RECORD_LOG. With AMENDS_FAIL="write:7:EIO" the 7th write fails; with "sync:7:EIO" a sync; with
// ":SHORT" a write that stops half-way, on a disk that is full from then on.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, TRUNCATE, SYNC, CLOSE, RENAME, UNLINK, SAID, FAILED, MKDIR };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char watched[65536];
static int journal = -1, fail_at, fail_error, fail_sync, fail_short, seen, now_full;
static char folder[4096];

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("AMENDS_RECORD_LOG"), *below = getenv("AMENDS_RECORD_FOLDER");
  const char *fail = getenv("AMENDS_FAIL");
  char kind[8], how[8];
  if (path == NULL || below == NULL) return;
  snprintf(folder, sizeof folder, "%s/", below);
  journal = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fail == NULL || sscanf(fail, "%7[^:]:%d:%7s", kind, &fail_at, how) != 3) return;
  fail_sync = strcmp(kind, "sync") == 0;
  fail_short = strcmp(how, "SHORT") == 0;
  fail_error = strcmp(how, "EIO") == 0 ? EIO : ENOSPC;
}

static int is_below(const char *path) {
  size_t length = strlen(folder);
  return journal >= 0 && (strncmp(path, folder, length) == 0 ||
                          (strlen(path) == length - 1 && strncmp(path, folder, length - 1) == 0));
}

static int is_watched(int fd) { return fd >= 0 && fd < (int)sizeof watched && watched[fd]; }

static void note(uint32_t what, int fd, int64_t offset, const void *data, size_t length) {
  struct __attribute__((packed)) { uint32_t what; int32_t fd; int64_t offset; uint32_t length; } head =
      {what, fd, offset, (uint32_t)length};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)data, length}};
  if (syscall(SYS_writev, journal, parts, 2) != (ssize_t)(sizeof head + length)) abort();
}

/** Whether this is the operation that has to fail. */
static int fails(int is_sync) {
  if (now_full && !is_sync) return 1;
  if (fail_at == 0 || is_sync != fail_sync || ++seen != fail_at) return 0;
  note(FAILED, 0, 0, NULL, 0);
  return 1;
}

static ssize_t put(int fd, const void *data, size_t length, int64_t at) {
  if (fd == 1 && journal >= 0 && !is_watched(fd)) {
    pthread_mutex_lock(&lock);
    note(SAID, fd, 0, data, length);
    pthread_mutex_unlock(&lock);
  }
  if (!is_watched(fd)) {
    return at < 0 ? syscall(SYS_write, fd, data, length) : syscall(SYS_pwrite64, fd, data, length, at);
  }
  pthread_mutex_lock(&lock);
  ssize_t done = -1;
  if (fails(0)) {
    if (!fail_short || now_full || length < 2) {
      pthread_mutex_unlock(&lock);
      errno = fail_error;
      return -1;
    }
    length /= 2;
    now_full = 1;
  }
  int64_t from = at;
  if (at < 0) {
    int appends = syscall(SYS_fcntl, fd, F_GETFL) & O_APPEND;
    from = syscall(SYS_lseek, fd, 0, appends ? SEEK_END : SEEK_CUR);
  }
  done = at < 0 ? syscall(SYS_write, fd, data, length) : syscall(SYS_pwrite64, fd, data, length, at);
  int error = errno;
  if (done > 0) note(WRITE, fd, from, data, done);
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

ssize_t write(int fd, const void *data, size_t length) { return put(fd, data, length, -1); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return put(fd, data, length, at); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return put(fd, data, length, at); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!is_watched(fd) && fd != 1) return syscall(SYS_writev, fd, parts, count);
  ssize_t all = 0;
  for (int i = 0; i < count; i++) {
    ssize_t done = put(fd, parts[i].iov_base, parts[i].iov_len, -1);
    if (done < 0) return all > 0 ? all : -1;
    all += done;
    if ((size_t)done < parts[i].iov_len) break;
  }
  return all;
}

static int do_sync(int fd, long call) {
  if (!is_watched(fd)) return syscall(call, fd);
  pthread_mutex_lock(&lock);
  int failed = fails(1);
  if (!failed) note(SYNC, fd, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  if (failed) errno = fail_error;
  return failed ? -1 : syscall(call, fd);
}
int fsync(int fd) { return do_sync(fd, SYS_fsync); }
int fdatasync(int fd) { return do_sync(fd, SYS_fdatasync); }

int ftruncate64(int fd, off64_t size) {
  if (!is_watched(fd)) return syscall(SYS_ftruncate, fd, size);
  pthread_mutex_lock(&lock);
  int done = syscall(SYS_ftruncate, fd, size), error = errno;
  if (done == 0) note(TRUNCATE, fd, size, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int do_open(int at, const char *path, int flags, va_list rest) {
  int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
  pthread_mutex_lock(&lock);
  int fd = syscall(SYS_openat, at, path, flags, mode), error = errno;
  if (fd >= 0 && fd < (int)sizeof watched) {
    watched[fd] = at == AT_FDCWD && is_below(path);
    if (watched[fd]) note(OPEN, fd, flags, path, strlen(path));
  }
  pthread_mutex_unlock(&lock);
  errno = error;
  return fd;
}
#define OPENS(name)                                     \
  int name(const char *path, int flags, ...) {          \
    va_list rest;                                       \
    va_start(rest, flags);                              \
    int fd = do_open(AT_FDCWD, path, flags, rest);      \
    va_end(rest);                                       \
    return fd;                                          \
  }
OPENS(open)
OPENS(open64)

int close(int fd) {
  pthread_mutex_lock(&lock);
  if (is_watched(fd)) note(CLOSE, fd, 0, NULL, 0), watched[fd] = 0;
  int done = syscall(SYS_close, fd);
  pthread_mutex_unlock(&lock);
  return done;
}

int rename(const char *from, const char *to) {
  char both[8192];
  int length = snprintf(both, sizeof both, "%s\n%s", from, to);
  pthread_mutex_lock(&lock);
  int done = syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0), error = errno;
  if (done == 0 && is_below(to)) note(RENAME, -1, 0, both, length);
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

int mkdir(const char *path, mode_t mode) {
  pthread_mutex_lock(&lock);
  int done = syscall(SYS_mkdirat, AT_FDCWD, path, mode), error = errno;
  if (done == 0 && is_below(path)) note(MKDIR, -1, 0, path, strlen(path));
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

static void name_below(int at, const char *path, char *whole, size_t size) {
  char link[64], place[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", at);
  ssize_t length = at == AT_FDCWD || path[0] == '/' ? -1 : readlink(link, place, sizeof place - 1);
  if (length < 0) snprintf(whole, size, "%s", path);
  else snprintf(whole, size, "%.*s/%s", (int)length, place, path);
}

/** A file, or with AT_REMOVEDIR a folder. */
int unlinkat(int at, const char *path, int flags) {
  char whole[8192];
  pthread_mutex_lock(&lock);
  name_below(at, path, whole, sizeof whole);
  int done = syscall(SYS_unlinkat, at, path, flags), error = errno;
  if (done == 0 && is_below(whole)) note(UNLINK, -1, 0, whole, strlen(whole));
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  int done = unlink(path);
  return done != 0 && errno == EISDIR ? rmdir(path) : done;
}
