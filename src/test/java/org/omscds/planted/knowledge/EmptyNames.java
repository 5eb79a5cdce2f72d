package org.omscds.planted.knowledge;

/** Holds one type for each forbidden ending. */
interface EmptyNames {
  record CodeUtil() {}

  record CodeUtils() {}

  record CodeHelper() {}

  record CodeManager() {}

  record CodeImpl() {}

  record CodeDto() {}
}
