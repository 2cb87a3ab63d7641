package com.opsatc.contract.planted;

/** Breaks the table of layers. */
class KnowsTheKernel {
    Class<?> known() {
        return com.opsatc.kernel.log.ArrayLog.class;
    }
}
