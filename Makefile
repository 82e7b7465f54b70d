# copydesk: streaming filters for news text
#
# make            build the programs into build/bin
# make demo       set up, build, and run the four on the sample article
# make test       set up, build, and run the tests
# make help       every target, one line each

VERSION =	0.2.0
PROGRAMS =	dedup sentence-split quote-extract tag-entities
PAGES =		man/copydesk.7 man/copydesk-formats.5

PREFIX ?=	/usr/local
BINDIR ?=	$(PREFIX)/bin
MANDIR ?=	$(PREFIX)/share/man
DOCDIR ?=	$(PREFIX)/share/doc/copydesk
BASHDIR ?=	$(PREFIX)/share/bash-completion/completions
ZSHDIR ?=	$(PREFIX)/share/zsh/site-functions
FISHDIR ?=	$(PREFIX)/share/fish/vendor_completions.d
INSTALL ?=	install
CORPORA ?=	../shared/corpora
B ?=		build

CFLAGS ?=	-O2 -g
WARN =		-Wall -Wextra
# libbsd is for Linux, whose C libraries lack what OpenBSD's has.
LIBRARIES ?=	$(if $(filter Linux,$(shell uname)),libbsd-overlay) jansson libxxhash libutf8proc
PKG_CONFIG ?=	pkg-config

# Debian's names of what it takes: to build, to test, to lint, to measure.
BUILD_DEPS =	gcc libc6-dev pkg-config libbsd-dev libjansson-dev libxxhash-dev libutf8proc-dev
TEST_DEPS =	$(BUILD_DEPS) bats jq mandoc strace parallel python3
LINT_DEPS =	$(TEST_DEPS) clang libclang-rt-14-dev cppcheck shellcheck
DEB_DEPS =	$(BUILD_DEPS) dpkg-dev
BENCH_DEPS =	$(BUILD_DEPS) python3 xz-utils gawk mawk perl time binutils

# Files that are made together ("&:") are known from GNU make 4.3 on.
ifeq ($(filter grouped-target,$(.FEATURES)),)
$(error copydesk: GNU make 4.3 or later is needed, this is $(MAKE_VERSION))
endif

# make's default goal comes before what config.mk is made of.
all:

# Flags of the libraries; made anew when this file changes.  Where there is no
# pkg-config: make LIB_CFLAGS=... LIB_LIBS=...
ifeq ($(filter help clean deps uninstall dist static deb install-strip,$(or $(MAKECMDGOALS),all)),)
include $(B)/config.mk
endif
$(B)/config.mk: Makefile
	@$(if $(filter demo test% lint fuzz bench accuracy%,$(MAKECMDGOALS)),.ci/deps $(BUILD_DEPS),:)
	@$(PKG_CONFIG) --exists $(LIBRARIES) || $(if $(LIB_LIBS),:,{ \
	    $(PKG_CONFIG) --print-errors --exists $(LIBRARIES); \
	    echo "copydesk: libraries are missing: as root, make deps (README.md, Install)" >&2; exit 1; })
	@mkdir -p $(@D)
	@echo "LIB_CFLAGS ?= $$($(PKG_CONFIG) --cflags $(LIBRARIES))" > $@.tmp
	@# Statically, what the C library has itself is its own.
	@echo "LIB_LIBS ?= \$$(if \$$(filter -static,\$$(LDFLAGS)),-lc $$($(PKG_CONFIG) --static --libs $(LIBRARIES)),$$($(PKG_CONFIG) --libs $(LIBRARIES)))" >> $@.tmp
	@mv $@.tmp $@

# What a mistake in a parser must not become, more than it does by itself.
HARDEN ?=	-fstack-protector-strong -fPIE $(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
HARDEN_LD ?=	$(if $(filter -static,$(LDFLAGS)),,-pie) $(if $(filter Darwin,$(shell uname)),,-Wl$(comma)-z$(comma)relro$(comma)-z$(comma)now)
comma =		,

# _GNU_SOURCE: vasprintf, memmem; _OPENBSD_SOURCE: strtonum, on NetBSD.  The same
# bytes come of any folder, and of any B.
BASE_CFLAGS =	-std=gnu11 -D_GNU_SOURCE -D_OPENBSD_SOURCE -I. -I$(B)/gen $(WARN) -ffp-contract=off \
		'-ffile-prefix-map=$(CURDIR)=.' -ffile-prefix-map=$(B)/=build/
ALL_CFLAGS =	$(BASE_CFLAGS) -DVERSION='"$(VERSION)"' $(LIB_CFLAGS) $(HARDEN) $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS =	$(HARDEN_LD) $(LDFLAGS)

# Another compiler, or other flags, and all is made again.
NOW :=		$(subst $(B)/,build/,$(CC) $(ALL_CFLAGS) / $(ALL_LDFLAGS) $(LIB_LIBS) $(LDLIBS))
ifneq ($(and $(LIB_LIBS),$(wildcard $(B))),)		# they are known
ifeq ($(findstring n,$(firstword -$(MAKEFLAGS))),)	# not under make -n
ifneq ($(file <$(B)/flags),$(NOW))
$(file >$(B)/flags,$(NOW))
endif
endif
endif
$(B)/flags: ;

# What makes parts of the programs runs here, also when they are for another
# machine: make CC=aarch64-linux-gnu-gcc CC_FOR_BUILD=gcc LIB_CFLAGS=... LIB_LIBS=...
CC_FOR_BUILD ?=	$(CC)
CFLAGS_FOR_BUILD ?= -O2 $(if $(filter $(CC),$(CC_FOR_BUILD)),$(LIB_CFLAGS))
LIBS_FOR_BUILD ?= $(if $(filter $(CC),$(CC_FOR_BUILD)),$(LDFLAGS) $(LIB_LIBS),-lutf8proc)

# A language is a folder; the first is the default.
LANGUAGES :=	en $(filter-out en,$(notdir $(patsubst %/,%,$(wildcard common/languages/*/))))
COUNTING :=	$(patsubst common/languages/%/numbers/,%,$(wildcard common/languages/*/numbers/))
LICENSES :=	LICENSE $(sort $(wildcard common/languages/*/LICENSES/*))
MODELS :=	$(sort $(wildcard common/languages/*/*.model))
TOOLS :=	$(sort $(wildcard common/*/mk*.c))
TRAIN :=	$(sort $(wildcard common/*/train_*.c))
TRAIN_PARTS :=	$(patsubst %.h,%.c,$(wildcard common/*/train_*.h))
TRAINERS :=	$(filter-out $(TRAIN_PARTS),$(TRAIN))
COMMON :=	$(sort $(filter-out $(TOOLS) $(TRAIN),$(wildcard common/*/*.c)))

LIB =		$(B)/libcopydesk.a
LIB_OBJ =	$(COMMON:%.c=$(B)/obj/%.o) \
		$(foreach l,$(LANGUAGES),$(B)/obj/lexicon_$(l).o $(B)/obj/language_$(l).o) \
		$(B)/obj/chars_wide.o $(COUNTING:%=$(B)/obj/patterns_%.o) $(MODELS:%.model=$(B)/obj/%.o)
BINS =		$(PROGRAMS:%=$(B)/bin/%)

all: $(BINS)

# What is being made, not how; V=1 shows the commands.
V ?=		0
ifeq ($(V),0)
say =		@printf '  %-4s %s\n' $(1) $(2);
endif

define program
$(B)/bin/$(1): $$(patsubst %.c,$(B)/obj/%.o,$$(sort $$(wildcard filters/$(1)/*.c))) $(LIB)
	@mkdir -p $$(@D)
	$$(call say,LD,$$@)$$(CC) $$(ALL_CFLAGS) $$(ALL_LDFLAGS) -o $$@ $$^ $$(LIB_LIBS) $$(LDLIBS) -lm
endef
$(foreach p,$(PROGRAMS),$(eval $(call program,$(p))))

$(LIB): $(LIB_OBJ)
	@rm -f $@
	$(call say,AR,$@)$(AR) rcs $@ $^

$(B)/obj/%.o: %.c $(B)/flags | $(B)/gen/languages.h
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# A language's word lists as one table, lexicon_CODE (common/lexicon/lexicon.h),
# and its row, language_CODE.  Folders are asked for too, as a list may be gone.
$(B)/gen/languages.h: common/languages Makefile
	@mkdir -p $(@D)
	@printf 'LANGUAGE(%s)\n' $(LANGUAGES) > $@
MKLEXICON :=	$(addprefix common/lexicon/,mklexicon.c mklist.c forms.c) common/base/memory.c
$(B)/mklexicon: $(MKLEXICON) $(wildcard common/base/*.h common/lexicon/*.h) | $(B)/config.mk
	$(call say,CC,$@)$(CC_FOR_BUILD) $(BASE_CFLAGS) $(CFLAGS_FOR_BUILD) -o $@ $(MKLEXICON) $(LIBS_FOR_BUILD)
define language
$(B)/gen/lexicon_$(1).c $(B)/gen/language_$(1).c &: $(B)/mklexicon $(wildcard \
		$(addprefix common/languages/$(1)/,. name *.txt gazetteer gazetteer/*.txt))
	@mkdir -p $$(@D)
	$$(call say,GEN,$(B)/gen/lexicon_$(1).c)$(B)/mklexicon common/languages/$(1) $(B)/gen
endef
$(foreach l,$(LANGUAGES),$(eval $(call language,$(l))))

# What Unicode says of characters that are not ASCII (common/text/chars.h).
$(B)/mkchars: common/text/mkchars.c common/text/chars.h common/base/base.h | $(B)/config.mk
	$(call say,CC,$<)$(CC_FOR_BUILD) $(BASE_CFLAGS) $(CFLAGS_FOR_BUILD) -o $@ $< $(LIBS_FOR_BUILD)
$(B)/gen/chars_wide.c: $(B)/mkchars
	@mkdir -p $(@D)
	$(call say,GEN,$@)$(B)/mkchars > $@.tmp && mv $@.tmp $@
$(B)/obj/chars_wide.o: $(B)/gen/chars_wide.c common/text/chars.h
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# Patterns of numbers and dates, patterns_CODE (common/lexicon/patterns.h), of
# the languages that have some.
MKPATTERNS :=	$(sort $(wildcard common/lexicon/mkpatterns*.c)) common/lexicon/mklist.c common/base/memory.c
$(B)/mkpatterns: $(MKPATTERNS) $(wildcard common/base/*.h common/lexicon/*.h) | $(B)/config.mk
	$(call say,CC,$@)$(CC_FOR_BUILD) $(BASE_CFLAGS) $(CFLAGS_FOR_BUILD) -o $@ $(MKPATTERNS) $(LIBS_FOR_BUILD)
$(B)/gen/patterns_%.c: $(B)/mkpatterns common/languages/%/clitics.txt common/languages/%/numbers
	@mkdir -p $(@D)
	$(call say,GEN,$@)$(B)/mkpatterns common/languages/$* $(B)/gen
$(foreach l,$(COUNTING),$(eval $(B)/gen/patterns_$(l).c: $(wildcard common/languages/$(l)/numbers/*.txt)))
$(B)/obj/patterns_%.o: $(B)/gen/patterns_%.c common/lexicon/patterns.h
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -c -o $@ $<
$(B)/obj/lexicon_%.o: $(B)/gen/lexicon_%.c common/lexicon/table.h
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -c -o $@ $<
$(B)/obj/language_%.o: $(B)/gen/language_%.c common/lexicon/language.h
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -c -o $@ $<

# A trained model as read-only bytes: common/languages/CODE/NAME.model is
# model_CODE_NAME to model_CODE_NAME_end.
$(B)/obj/common/languages/%.o: common/languages/%.model Makefile
	@mkdir -p $(@D) $(B)/gen
	@s=model_$$(echo $* | tr /- __); printf '%s\n' '#ifdef __APPLE__' \
	    '#define NAME(s) _##s' '.const_data' '#else' '#define NAME(s) s' \
	    '.section .rodata' '#endif' '.balign 64' ".globl NAME($$s)" \
	    ".globl NAME($${s}_end)" "NAME($$s):" '.incbin "$<"' "NAME($${s}_end):" '.byte 0' \
	    '#ifdef __ELF__' '.section .note.GNU-stack,"",%progbits' '#endif' > $(B)/gen/$$s.S
	$(call say,AS,$<)$(CC) -c -o $@ $(B)/gen/model_$(subst -,_,$(subst /,_,$*)).S

# What learns the models, common/MODULE/train_NAME.c: $(B)/train/NAME.  With a
# header train_NAME.h it is no program, but a part of the module's trainers, or, in
# common/learn, of all.
define trainer
$(B)/train/$(patsubst train_%,%,$(basename $(notdir $(1)))): $(1:%.c=$(B)/obj/%.o) \
		$(patsubst %.c,$(B)/obj/%.o,$(filter $(dir $(1))% common/learn/%,$(TRAIN_PARTS))) $(LIB)
	@mkdir -p $$(@D)
	$$(call say,LD,$$@)$$(CC) $$(ALL_CFLAGS) $$(ALL_LDFLAGS) -o $$@ $$^ $$(LIB_LIBS) $$(LDLIBS) -lm
endef
$(foreach t,$(TRAINERS),$(eval $(call trainer,$(t))))
trainers: $(foreach t,$(TRAINERS),$(B)/train/$(patsubst train_%,%,$(basename $(notdir $(t)))))

# Tests of modules in C, tests/unit/NAME.c: $(B)/unit/NAME.
UNITS :=	$(patsubst tests/unit/%.c,$(B)/unit/%,$(sort $(wildcard tests/unit/*.c)))
unit: $(UNITS)
$(UNITS): $(B)/unit/%: $(B)/obj/tests/unit/%.o $(TRAIN_PARTS:%.c=$(B)/obj/%.o) $(LIB)
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS) $(LDLIBS) -lm

demo: all
	@B=$(B) tests/demo.sh

# TESTS: some files of tests/*.bats only.
test: all unit trainers
	@.ci/deps $(TEST_DEPS)
	@B=$(B) tests/run.sh $(TESTS)

# The whole again with address and undefined-behaviour checks.
SANITIZE =	-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined \
		-fno-omit-frame-pointer -DNO_SANDBOX
test-sanitize:
	@$(MAKE) B=$(B)/sanitize CFLAGS="$(SANITIZE)" HARDEN= WARN="$(WARN) -Werror" test

# Inputs made by libFuzzer, from the seeds in tests/fuzz/NAME/: each target
# runs for FUZZ_SECONDS.  The tests with clang's checks are of the same objects.
FUZZ_SECONDS ?=	60
FUZZERS :=	$(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/*.c)))
FUZZ =		-O1 -g -fsanitize=fuzzer-no-link,address,undefined \
		-fno-sanitize-recover=undefined -fno-omit-frame-pointer -DNO_SANDBOX
CLANG =		B=$(B)/clang/sanitize CC=clang CFLAGS="$(FUZZ)" HARDEN= WARN="$(WARN) -Werror"
fuzz:
	@.ci/deps $(LINT_DEPS)
	@$(MAKE) $(CLANG) $(FUZZERS:%=$(B)/clang/sanitize/fuzz/%)
	@B=$(B)/clang/sanitize FUZZ_SECONDS=$(FUZZ_SECONDS) tests/fuzz/run.sh $(FUZZERS)
test-sanitize-clang:
	@.ci/deps $(LINT_DEPS)
	@$(MAKE) $(CLANG) test
$(B)/fuzz/%: $(B)/obj/tests/fuzz/%.o $(LIB)
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(LIB) $(LIB_LIBS) $(LDLIBS) -lm

lint:
	@.ci/deps $(LINT_DEPS)
	@B=$(B) tests/lint.sh

bench: all
	@.ci/deps $(BENCH_DEPS)
	@B=$(B) CORPORA=$(CORPORA) tests/bench/run.sh

accuracy accuracy-errors: all
	@.ci/deps $(TEST_DEPS)
	@B=$(B) CORPORA=$(CORPORA) tests/bench/$@.sh

# All models anew, each on those before it, as recipe/README.md says.
LEARNED =	sentences languages tags entities quotes
RECIPE =	common/languages/en/recipe
train:
	@CORPORA=$(CORPORA) $(RECIPE)/corpora.sh $(LEARNED)
	@for m in $(LEARNED); do $(MAKE) train-$$m || exit; done
train-%:
	@CORPORA=$(CORPORA) $(RECIPE)/corpora.sh $*
	@B=$(B) CC="$(CC)" CORPORA=$(CORPORA) $(RECIPE)/$*.sh

train-languages: all
	@CORPORA=$(CORPORA) $(RECIPE)/corpora.sh languages
	@B=$(B) CC="$(CC)" CORPORA=$(CORPORA) common/languages/none/recipe/languages.sh

deps:
	@.ci/deps $(LINT_DEPS) $(BENCH_DEPS)

# What a shell completes, of what --help prints.  RUN: what runs a program that
# is for another machine, qemu-aarch64.
SHELLS =	bash zsh fish
COMPLETIONS :=	$(foreach s,$(SHELLS),$(PROGRAMS:%=$(B)/completions/$(s)/%))
completions: $(COMPLETIONS)
$(COMPLETIONS): common/io/completions.awk $(BINS)
	@mkdir -p $(@D)
	$(call say,GEN,$@)$(RUN) $(B)/bin/$(@F) --help | \
	    awk -v shell=$(notdir $(@D)) -f $< > $@.tmp && mv $@.tmp $@

# install_to DIR: below DESTDIR.
install_to =	$(INSTALL) -d "$(DESTDIR)$(1)" && $(INSTALL) $(2) "$(DESTDIR)$(1)"
install: all completions
	$(call install_to,$(BINDIR),-m 755 $(STRIP) $(BINS))
	$(call install_to,$(MANDIR)/man1,-m 644 $(PROGRAMS:%=man/%.1))
	$(call install_to,$(MANDIR)/man5,-m 644 man/copydesk-formats.5)
	$(call install_to,$(MANDIR)/man7,-m 644 man/copydesk.7)
	$(call install_to,$(DOCDIR),-m 644 $(LICENSES))
	$(call install_to,$(BASHDIR),-m 644 $(PROGRAMS:%=$(B)/completions/bash/%))
	$(INSTALL) -d "$(DESTDIR)$(ZSHDIR)" "$(DESTDIR)$(FISHDIR)"
	for p in $(PROGRAMS); do \
	    $(INSTALL) -m 644 $(B)/completions/zsh/$$p "$(DESTDIR)$(ZSHDIR)/_$$p" && \
	    $(INSTALL) -m 644 $(B)/completions/fish/$$p "$(DESTDIR)$(FISHDIR)/$$p.fish" || exit; \
	done
install-strip:
	@$(MAKE) STRIP=-s install

remove_from =	@[ ! -d "$(DESTDIR)$(1)" ] || { cd "$(DESTDIR)$(1)" && rm -f $(2); }
uninstall:
	$(call remove_from,$(BINDIR),$(PROGRAMS))
	$(call remove_from,$(MANDIR),$(PROGRAMS:%=man1/%.1) man5/copydesk-formats.5 man7/copydesk.7)
	$(call remove_from,$(DOCDIR),$(notdir $(LICENSES)))
	$(call remove_from,$(BASHDIR),$(PROGRAMS))
	$(call remove_from,$(ZSHDIR),$(PROGRAMS:%=_%))
	$(call remove_from,$(FISHDIR),$(PROGRAMS:%=%.fish))
	@rmdir "$(DESTDIR)$(DOCDIR)" 2> /dev/null || :

# copydesk-VERSION.tar.gz: the source; of a clone what is committed, of what came
# out of such a file all that it held.
DIST =		copydesk-$(VERSION)
dist:
	@if [ -e .git ]; then git archive --prefix=$(DIST)/ -o $(DIST).tar.gz HEAD; else \
	    mkdir -p $(B) && tar --exclude=./$(B) --exclude='./copydesk[-_]*' --owner=0 --group=0 \
	        --sort=name --transform='s,^\.,$(DIST),' -czf $(B)/$(DIST).tar.gz . && \
	    mv $(B)/$(DIST).tar.gz .; fi
	@echo $(DIST).tar.gz

# The programs in one piece each, for any Linux of this kind of machine, with
# manuals and completions.
STATIC =	$(DIST)-linux-$(shell uname -m)
static:
	@rm -rf "$(B)/$(STATIC)"
	@$(MAKE) B=$(B)/static LDFLAGS=-static PREFIX= DESTDIR="$(CURDIR)/$(B)/$(STATIC)" install-strip
	@cp README.md "$(B)/$(STATIC)"
	@tar --owner=0 --group=0 --sort=name -C $(B) -czf $(STATIC).tar.gz $(STATIC)
	@echo $(STATIC).tar.gz

# A package for Debian and what is made of it.
deb:
	@.ci/deps $(DEB_DEPS)
	@$(MAKE) B=$(B)/deb STRIP=-s PREFIX=/usr DESTDIR="$(CURDIR)/$(B)/deb/root" install
	@B=$(B)/deb VERSION=$(VERSION) .ci/deb

clean:
	rm -rf $(B) copydesk-*.tar.gz copydesk_*.deb

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile
	@echo "also: unit trainers test-sanitize test-sanitize-clang fuzz lint bench accuracy accuracy-errors train deps completions install install-strip uninstall dist static deb clean"

.PHONY: all unit trainers demo test test-sanitize test-sanitize-clang fuzz lint bench accuracy accuracy-errors train \
	deps completions install install-strip uninstall dist static deb clean help
-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)
