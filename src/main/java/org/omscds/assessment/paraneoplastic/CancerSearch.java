package org.omscds.assessment.paraneoplastic;

import java.util.List;
import org.omscds.finding.Evidence;

/** What is known of a cancer behind the syndrome. */
public sealed interface CancerSearch {

  /**
   * A cancer is recorded.
   *
   * @param consistent whether the type of one fits the syndrome and the antibody, where there is
   *     one
   * @param exceptionTumour whether one that fits is of the exception of PNS-Care
   */
  record Found(List<RecordedCancers.Cancer> cancers, boolean consistent, boolean exceptionTumour)
      implements CancerSearch {
    public Found {
      cancers = List.copyOf(cancers);
    }
  }

  /** A cancer is suspected and nobody settled it. */
  record Unsettled(List<Evidence> suspicions) implements CancerSearch {
    public Unsettled {
      suspicions = List.copyOf(suspicions);
    }
  }

  /** A whole search since the onset found nothing. */
  record NotFound(List<Scan> scans) implements CancerSearch {
    public NotFound {
      scans = List.copyOf(scans);
    }

    /** Whether whole-body FDG-PET was part of it. */
    public boolean byPet() {
      return scans.stream().anyMatch(Scan::pet);
    }
  }

  /** Scans were made, and what they showed cannot be read here, or they are not a whole search. */
  record Open(List<Evidence> scans) implements CancerSearch {
    public Open {
      scans = List.copyOf(scans);
    }
  }

  /** No search is recorded. */
  record NotSearched() implements CancerSearch {}

  /** A scan that found nothing. */
  record Scan(boolean pet, Evidence evidence) {}
}
