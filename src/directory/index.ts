/** The front door of the directory: what other capabilities may call. */
export { directorySection } from "./pages/directory-section.tsx";
