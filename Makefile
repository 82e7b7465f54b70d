# copydesk: streaming filters for news text
#
# make            build the programs into build/bin
# make demo       set up, build, and run the four on the sample article
# make test       set up, build, and run the tests
# make help       every target, one line each

VERSION =	0.1.0
PROGRAMS =	dedup sentence-split quote-extract tag-entities
PAGES =		man/copydesk.7 man/copydesk-formats.5

PREFIX ?=	/usr/local
BINDIR ?=	$(PREFIX)/bin
MANDIR ?=	$(PREFIX)/share/man
DOCDIR ?=	$(PREFIX)/share/doc/copydesk
CORPORA ?=	../shared/corpora
B ?=		build

CFLAGS ?=	-O2 -g
WARN =		-Wall -Wextra
LIBRARIES =	libbsd-overlay jansson libxxhash libutf8proc

# Debian's names of what it takes: to build, to test, to lint, to measure.
BUILD_DEPS =	gcc libc6-dev pkg-config libbsd-dev libjansson-dev libxxhash-dev libutf8proc-dev
TEST_DEPS =	$(BUILD_DEPS) bats jq mandoc strace parallel python3
LINT_DEPS =	$(TEST_DEPS) clang libclang-rt-14-dev cppcheck shellcheck
BENCH_DEPS =	$(BUILD_DEPS) python3 xz-utils gawk mawk perl time binutils

# make's default goal comes before what config.mk is made of.
all:

# Flags of the libraries; made anew when this file changes.
ifeq ($(filter help clean deps uninstall dist,$(or $(MAKECMDGOALS),all)),)
include $(B)/config.mk
endif
$(B)/config.mk: Makefile
	@.ci/deps $(BUILD_DEPS)
	@mkdir -p $(@D)
	@echo "LIB_CFLAGS = $$(pkg-config --cflags $(LIBRARIES))" > $@.tmp
	@echo "LIB_LIBS = $$(pkg-config --libs $(LIBRARIES))" >> $@.tmp
	@mv $@.tmp $@

# _GNU_SOURCE: vasprintf, memmem, reallocarray.
ALL_CFLAGS =	-std=gnu11 -D_GNU_SOURCE -I. -I$(B)/gen $(WARN) -ffp-contract=off \
		-ffile-prefix-map=$(CURDIR)=. -DVERSION='"$(VERSION)"' \
		$(LIB_CFLAGS) $(CPPFLAGS) $(CFLAGS)

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
		$(COUNTING:%=$(B)/obj/patterns_%.o) $(MODELS:%.model=$(B)/obj/%.o)
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
	$$(call say,LD,$$@)$$(CC) $$(ALL_CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LIB_LIBS) $$(LDLIBS) -lm
endef
$(foreach p,$(PROGRAMS),$(eval $(call program,$(p))))

$(LIB): $(LIB_OBJ)
	@rm -f $@
	$(call say,AR,$@)$(AR) rcs $@ $^

$(B)/obj/%.o: %.c | $(B)/gen/languages.h
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# A language's word lists as one table, lexicon_CODE (common/lexicon/lexicon.h),
# and its row, language_CODE.  Folders are asked for too, as a list may be gone.
$(B)/gen/languages.h: common/languages Makefile
	@mkdir -p $(@D)
	@printf 'LANGUAGE(%s)\n' $(LANGUAGES) > $@
$(B)/mklexicon: $(B)/obj/common/lexicon/mklexicon.o
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIB_LIBS) $(LDLIBS)
define language
$(B)/gen/lexicon_$(1).c $(B)/gen/language_$(1).c &: $(B)/mklexicon $(wildcard \
		$(addprefix common/languages/$(1)/,. name *.txt gazetteer gazetteer/*.txt))
	@mkdir -p $$(@D)
	$$(call say,GEN,$(B)/gen/lexicon_$(1).c)$(B)/mklexicon common/languages/$(1) $(B)/gen
endef
$(foreach l,$(LANGUAGES),$(eval $(call language,$(l))))

# Patterns of numbers and dates, patterns_CODE (common/lexicon/patterns.h), of
# the languages that have some.
MKPATTERNS :=	$(patsubst %.c,$(B)/obj/%.o,$(wildcard common/lexicon/mkpatterns*.c))
$(B)/mkpatterns: $(MKPATTERNS)
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIB_LIBS) $(LDLIBS)
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
	@s=model_$$(echo $* | tr /- __); printf '%s\n' '.section .rodata' \
	    '.balign 64' ".globl $$s, $${s}_end" "$$s:" '.incbin "$<"' \
	    "$${s}_end:" '.byte 0' '.section .note.GNU-stack,"",%progbits' > $(B)/gen/$$s.S
	$(call say,AS,$<)$(CC) -c -o $@ $(B)/gen/model_$(subst -,_,$(subst /,_,$*)).S

# What learns the models, common/MODULE/train_NAME.c: $(B)/train/NAME.  With a
# header train_NAME.h it is no program, but a part of the module's trainers, or, in
# common/learn, of all.
define trainer
$(B)/train/$(patsubst train_%,%,$(basename $(notdir $(1)))): $(1:%.c=$(B)/obj/%.o) \
		$(patsubst %.c,$(B)/obj/%.o,$(filter $(dir $(1))% common/learn/%,$(TRAIN_PARTS))) $(LIB)
	@mkdir -p $$(@D)
	$$(call say,LD,$$@)$$(CC) $$(ALL_CFLAGS) $$(LDFLAGS) -o $$@ $$^ $$(LIB_LIBS) $$(LDLIBS) -lm
endef
$(foreach t,$(TRAINERS),$(eval $(call trainer,$(t))))
trainers: $(foreach t,$(TRAINERS),$(B)/train/$(patsubst train_%,%,$(basename $(notdir $(t)))))

# Tests of modules in C, tests/unit/NAME.c: $(B)/unit/NAME.
UNITS :=	$(patsubst tests/unit/%.c,$(B)/unit/%,$(sort $(wildcard tests/unit/*.c)))
unit: $(UNITS)
$(UNITS): $(B)/unit/%: $(B)/obj/tests/unit/%.o $(TRAIN_PARTS:%.c=$(B)/obj/%.o) $(LIB)
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIB_LIBS) $(LDLIBS) -lm

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
	@$(MAKE) B=$(B)/sanitize CFLAGS="$(SANITIZE)" WARN="$(WARN) -Werror" test

# Inputs made by libFuzzer, from the seeds in tests/fuzz/NAME/: each target
# runs for FUZZ_SECONDS.  The tests with clang's checks are of the same objects.
FUZZ_SECONDS ?=	60
FUZZERS :=	$(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/*.c)))
FUZZ =		-O1 -g -fsanitize=fuzzer-no-link,address,undefined \
		-fno-sanitize-recover=undefined -fno-omit-frame-pointer -DNO_SANDBOX
CLANG =		B=$(B)/clang/sanitize CC=clang CFLAGS="$(FUZZ)" WARN="$(WARN) -Werror"
fuzz:
	@.ci/deps $(LINT_DEPS)
	@$(MAKE) $(CLANG) $(FUZZERS:%=$(B)/clang/sanitize/fuzz/%)
	@B=$(B)/clang/sanitize FUZZ_SECONDS=$(FUZZ_SECONDS) tests/fuzz/run.sh $(FUZZERS)
test-sanitize-clang:
	@.ci/deps $(LINT_DEPS)
	@$(MAKE) $(CLANG) test
$(B)/fuzz/%: $(B)/obj/tests/fuzz/%.o $(LIB)
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIB) $(LIB_LIBS) $(LDLIBS) -lm

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

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 \
	    $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7 $(DESTDIR)$(DOCDIR)
	install -m 755 $(BINS) $(DESTDIR)$(BINDIR)
	install -m 644 $(PROGRAMS:%=man/%.1) $(DESTDIR)$(MANDIR)/man1
	install -m 644 man/copydesk-formats.5 $(DESTDIR)$(MANDIR)/man5
	install -m 644 man/copydesk.7 $(DESTDIR)$(MANDIR)/man7
	install -m 644 $(LICENSES) $(DESTDIR)$(DOCDIR)

uninstall:
	rm -f $(PROGRAMS:%=$(DESTDIR)$(BINDIR)/%) \
	    $(PROGRAMS:%=$(DESTDIR)$(MANDIR)/man1/%.1) \
	    $(DESTDIR)$(MANDIR)/man5/copydesk-formats.5 \
	    $(DESTDIR)$(MANDIR)/man7/copydesk.7 \
	    $(foreach l,$(LICENSES),$(DESTDIR)$(DOCDIR)/$(notdir $(l)))
	rmdir $(DESTDIR)$(DOCDIR) 2> /dev/null || :

dist:
	git archive --prefix=copydesk-$(VERSION)/ -o copydesk-$(VERSION).tar.gz HEAD

clean:
	rm -rf $(B) copydesk-$(VERSION).tar.gz

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile
	@echo "also: unit trainers test-sanitize test-sanitize-clang fuzz lint bench accuracy accuracy-errors train deps install uninstall dist clean"

.PHONY: all unit trainers demo test test-sanitize test-sanitize-clang fuzz lint bench accuracy accuracy-errors train \
	deps install uninstall dist clean help
-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)
