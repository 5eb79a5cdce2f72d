package org.omscds.knowledge;

import java.util.List;

/**
 * How a chart writes severity scores. No standard code is known, so there are words, and codes of
 * the local system.
 *
 * @param names what an observation of a score is called
 * @param totals what the total is called among the components
 * @param versionNames what the component is called that says which scale it is
 */
public record SeverityScaleDefinition(
    List<String> names,
    List<String> totals,
    List<String> versionNames,
    List<VersionWords> versions,
    List<ItemWords> items,
    List<String> sources) {

  /** The local code system of scales, versions and items. */
  public static final String SYSTEM = "urn:oms-cds:scale";

  public SeverityScaleDefinition {
    names = List.copyOf(names);
    totals = List.copyOf(totals);
    versionNames = List.copyOf(versionNames);
    versions = List.copyOf(versions);
    items = List.copyOf(items);
    sources = List.copyOf(sources);
  }

  /** Words that say which scale it is. */
  public record VersionWords(ScaleVersion version, List<String> words) {
    public VersionWords {
      words = List.copyOf(words);
    }
  }

  /** Words that name an item. */
  public record ItemWords(ScaleItem item, List<String> words) {
    public ItemWords {
      words = List.copyOf(words);
    }
  }
}
