/** The rules of the house that hold for every module, each with a planted class that breaks it. */
package com.opsatc.benchmarks.house;
