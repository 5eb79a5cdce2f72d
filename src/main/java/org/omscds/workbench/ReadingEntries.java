package org.omscds.workbench;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.SeverityScaleDefinition;
import org.omscds.knowledge.SiteSettings;
import org.omscds.knowledge.Source;
import org.omscds.knowledge.Term;

/** What a chart is read with: codes by concept, words, windows; and where all of it comes from. */
final class ReadingEntries {

  private static final String OPEN_QUESTION = "to be verified";

  private final KnowledgeBase knowledge;

  ReadingEntries(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  List<Map<String, Object>> concepts() {
    Map<String, List<Term>> codes = byConcept(knowledge.terminology().terms());
    Map<String, List<Term>> prefixes = byConcept(knowledge.terminology().prefixes());
    prefixes.keySet().forEach(concept -> codes.putIfAbsent(concept, List.of()));
    List<Map<String, Object>> concepts = new ArrayList<>();
    codes.forEach((concept, terms) -> {
      List<Term> wider = prefixes.getOrDefault(concept, List.of());
      Term any = terms.isEmpty() ? wider.getFirst() : terms.getFirst();
      concepts.add(
          Entry.of(concept, concept.replace('-', ' '))
              .text("role", any.role())
              .list("codes", terms.stream().map(ReadingEntries::code).toList())
              .list("codesBeginningWith", wider.stream().map(ReadingEntries::code).toList())
              .flag("toVerify", !terms.stream().allMatch(Term::verified))
              .written());
    });
    return concepts;
  }

  private static Map<String, List<Term>> byConcept(List<Term> terms) {
    Map<String, List<Term>> concepts = new LinkedHashMap<>();
    terms.forEach(
        term -> concepts.computeIfAbsent(term.concept(), _ -> new ArrayList<>()).add(term));
    return concepts;
  }

  private static Map<String, Object> code(Term term) {
    Map<String, Object> code =
        Entry.part()
            .text("system", term.system())
            .text("code", term.code())
            .text("display", term.display())
            .text("text", term.text())
            .text("relation", Entry.words(term.relation()))
            .text("tier", term.tier())
            .text("provenance", term.provenance())
            .flag("mayBeEmitted", term.mayBeEmitted())
            .written();
    code.put("verified", term.verified());
    return code;
  }

  /** The lists of words, each under its name in the definition that holds it. */
  List<Map<String, Object>> words() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    gather(entries, "language", knowledge.language(), knowledge.language().sources());
    gather(entries, "result-words", knowledge.resultWords(), knowledge.resultWords().sources());
    gather(entries, "imaging", knowledge.imaging(), knowledge.imaging().sources());
    gather(entries, "cancer-search", knowledge.cancerSearch(), knowledge.cancerSearch().sources());
    gather(entries, "severity", knowledge.severity(), knowledge.severity().sources());
    return entries.values().stream().map(Entry::written).toList();
  }

  private static void gather(
      Map<String, Entry> entries, String file, Record definition, List<String> sources) {
    for (RecordComponent component : definition.getClass().getRecordComponents()) {
      String name = component.getName();
      if (!name.equals("sources")) {
        String id = file + "." + SiteSettings.propertyOf(component);
        Entry entry = Entry.of(id, titleOf(component, definition));
        addWords(entry, name, value(definition, component));
        entries.put(id, entry.sources(sources));
      }
    }
  }

  private static void addWords(Entry entry, String name, Object value) {
    switch (name) {
      case "insufficient" -> entry.references("concepts", "concept", strings(value));
      case "orders" -> entry.references("orders", "order", strings(value));
      default -> add(entry, "words", value);
    }
  }

  private static List<String> strings(Object value) {
    return ((Collection<?>) value).stream().map(Object::toString).toList();
  }

  private static String titleOf(RecordComponent component, Record definition) {
    String words = SiteSettings.propertyOf(component).replace('-', ' ');
    return definition instanceof SeverityScaleDefinition ? "severity score: " + words : words;
  }

  private static void add(Entry entry, String key, Object value) {
    if (value instanceof Record part) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        add(entry, component.getName(), value(part, component));
      }
    } else if (value instanceof Map<?, ?> byName) {
      Map<String, Object> sorted = new TreeMap<>();
      byName.forEach((name, words) -> sorted.put(plain(name), words));
      sorted.forEach((name, words) -> add(entry, name, words));
    } else if (value instanceof Collection<?> all) {
      entry.list(key, all.stream().map(ReadingEntries::item).toList());
    }
  }

  /** A word, or a record with words of its own. */
  private static Object item(Object value) {
    if (value instanceof Record part) {
      Entry entry = Entry.part();
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        Object each = value(part, component);
        if (component.getName().equals("concepts") && each instanceof Collection<?> ids) {
          entry.references("concepts", "concept", strings(ids));
        } else if (component.getName().equals("concept")) {
          entry.reference("concept", "concept", plain(each));
        } else if (each instanceof Collection<?>) {
          add(entry, component.getName(), each);
        } else {
          entry.text("label", plain(each));
        }
      }
      return entry.written();
    }
    return plain(value);
  }

  private static String plain(Object value) {
    return value instanceof Enum<?> constant ? Entry.words(constant) : value.toString();
  }

  private static Object value(Record definition, RecordComponent component) {
    try {
      return component.getAccessor().invoke(definition);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Map<String, Object>> settings() {
    Map<String, Integer> standard = SiteSettings.defaults().numbers();
    List<Map<String, Object>> settings = new ArrayList<>();
    knowledge
        .site()
        .numbers()
        .forEach((name, days) ->
            settings.add(
                Entry.of(name, name.replace('-', ' '))
                    .number("value", days)
                    .number("standard", standard.getOrDefault(name, 0))
                    .written()));
    return settings;
  }

  List<Map<String, Object>> sources() {
    return knowledge.sources().values().stream().map(this::source).toList();
  }

  private Map<String, Object> source(Source source) {
    Source shown = knowledge.site().links().localised(source);
    String said = (source.label() + source.citation()).toLowerCase(Locale.ROOT);
    return Entry.of(source.key(), source.label())
        .text("citation", source.citation())
        .text("url", source.url() == null ? "" : source.url())
        .text("urlOfSite", shown.equals(source) || shown.url() == null ? "" : shown.url())
        .flag("proposal", source.key().equals(KnowledgeDocument.OWN_CHOICE))
        .flag("toVerify", said.contains(OPEN_QUESTION))
        .written();
  }
}
