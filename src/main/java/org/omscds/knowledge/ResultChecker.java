package org.omscds.knowledge;

import java.util.List;

/**
 * Checks the tables of results, antibodies and cancers: as the other files, and what only they can
 * get wrong.
 */
final class ResultChecker {

  private final KnowledgeBase knowledge;
  private final KnowledgeChecker all;

  ResultChecker(KnowledgeBase knowledge, KnowledgeChecker all) {
    this.knowledge = knowledge;
    this.all = all;
  }

  void check() {
    checkResults();
    checkAntibodies();
    checkCancers();
  }

  private void checkResults() {
    for (ResultDefinition test : knowledge.results().values()) {
      all.checkSources("results.yaml", test.id(), test.sources());
      test.concepts()
          .values()
          .forEach(concepts -> all.checkConcepts("results.yaml", test.id(), concepts));
      if (test.words().isEmpty()) {
        throw all.fault("results.yaml", test.id(), "nothing names '" + test.id() + "'");
      }
    }
    all.checkSources("result-words.yaml", "sources", knowledge.resultWords().sources());
  }

  private void checkAntibodies() {
    String file = "antibodies.yaml";
    for (AntibodyDefinition antibody : knowledge.antibodies().values()) {
      String id = antibody.result();
      all.checkKnown(file, id, "test", List.of(id), knowledge.results().keySet());
      all.checkKnown(file, id, "cancer", antibody.tumours(), knowledge.cancers().keySet());
      all.checkOrderIds(file, id, antibody.searches());
      all.checkSources(file, id, antibody.sources());
    }
    for (ResultDefinition test : knowledge.results().values()) {
      if (test.kind() == ResultKind.ANTIBODY && !knowledge.antibodies().containsKey(test.id())) {
        throw all.fault(file, "", "the antibody '" + test.id() + "' has no risk class");
      }
    }
  }

  private void checkCancers() {
    for (CancerDefinition cancer : knowledge.cancers().values()) {
      String id = cancer.finding();
      all.checkKnown("cancers.yaml", id, "finding", List.of(id), knowledge.findings().keySet());
      all.checkSources("cancers.yaml", id, cancer.sources());
    }
    all.checkOrderIds("cancer-search.yaml", "orders", knowledge.cancerSearch().orders());
    all.checkSources("cancer-search.yaml", "sources", knowledge.cancerSearch().sources());
  }
}
