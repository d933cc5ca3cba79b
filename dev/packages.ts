// What the machine must offer before a server can start.
export const provide = async (): Promise<void> => {};
